import type { ReactNode } from "react";
import { StaffRoom } from "@/components/shell/staff-room";
import type { Me } from "@/lib/contract/people";

/** A page of the administration: the role is asked for on the server, for each page by itself. */
export function AdminRoom({ path, children }: { path: string; children: (me: Me) => ReactNode }) {
  return (
    <StaffRoom path={path} roles={["admin"]}>
      {children}
    </StaffRoom>
  );
}
