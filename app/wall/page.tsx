import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffRoom } from "@/components/shell/staff-room";
import { Wall } from "@/components/wall/wall";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("response.wall"))("title") };
}

/** The big screen of the room: who may read the city may hang it up. */
export default function WallPage() {
  return (
    <StaffRoom path="/wall" roles={["operator", "admin"]}>
      {() => <Wall />}
    </StaffRoom>
  );
}
