import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { Operable } from "@/components/ui/operable";
import type { Me, Role } from "@/lib/contract/people";
import { requirePerson } from "./city-client";

/**
 * A page for staff: signed out goes to the sign-in and back to `path`; a role that may not enter gets the refusal page
 * with status 403. Nothing in it can be used before the script works. The city checks every call again: this only keeps people from an empty room.
 */
export async function StaffRoom(props: {
  path: string;
  roles: readonly Role[];
  /** Of an agency's room: whose it is. */
  agencyId?: string;
  children: (me: Me) => ReactNode;
}) {
  const me = await requirePerson(props.path);
  const others = props.agencyId !== undefined && me.agencyId !== props.agencyId;
  if (!props.roles.includes(me.role) || others) forbidden();
  return <Operable>{props.children(me)}</Operable>;
}
