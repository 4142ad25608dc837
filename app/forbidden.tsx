import { currentPerson } from "@/components/shell/city-client";
import { Refused } from "@/components/shell/refused";

/** What a role sees where it may not enter. */
export default async function Forbidden() {
  return <Refused me={await currentPerson().catch(() => null)} />;
}
