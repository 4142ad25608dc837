import { Failure } from "../base/failure";
import type { TokenRole } from "../contract/people";
import { agencyExists } from "../store/agency/agency-exists";
import type { Tx } from "../store/open";
import { actsForAgency, agencyOf } from "./actor";

/**
 * The agency that somebody of this role acts for: the one that is given, or the role's own. Failure `invalid` where the role needs
 * one or takes none, `not-found` where there is no such agency.
 */
export async function agencyFor(db: Tx, role: TokenRole, given: string | null | undefined): Promise<string | null> {
  if (given && !actsForAgency(role))
    throw new Failure("invalid", `The role ${role} acts for the whole city. Leave the agency away.`);
  if (given && !(await agencyExists(db, given)))
    throw new Failure("not-found", `There is no agency "${given}". Add it in /admin/agencies first.`);
  const agency = given || agencyOf(role);
  if (!agency && actsForAgency(role))
    throw new Failure("invalid", `Say for which agency: the role ${role} acts for one.`);
  return agency;
}
