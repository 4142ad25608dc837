import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Desk } from "@/components/desk/desk";
import { StaffRoom } from "@/components/shell/staff-room";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

/** The operator's desk; an admin may look on. */
export default function DeskPage() {
  return (
    <StaffRoom path="/desk" roles={["operator", "admin"]}>
      {(me) => <Desk me={me} />}
    </StaffRoom>
  );
}
