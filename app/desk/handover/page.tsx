import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HandoverRoom } from "@/components/handover/handover-room";
import { StaffRoom } from "@/components/shell/staff-room";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("response.handover"))("title") };
}

/** The end of a shift and the start of the next; an admin reads. */
export default function HandoverPage() {
  return (
    <StaffRoom path="/desk/handover" roles={["operator", "admin"]}>
      {(me) => <HandoverRoom me={me} />}
    </StaffRoom>
  );
}
