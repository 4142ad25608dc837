import type { Person } from "../../contract/people";
import type { User } from "../generated/client";

export function personOf({ id, name, email, role, agencyId, disabled, createdAt }: User): Person {
  return { id, name, email, role: role as Person["role"], agencyId, disabled, createdAt: createdAt.getTime() };
}
