import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IncidentRoom } from "@/components/incident-room/incident-room";
import { StaffRoom } from "@/components/shell/staff-room";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("response.room"))("title") };
}

/** One incident with all that is known and done of it; an admin looks on. */
export default async function IncidentPage({ params }: Props) {
  const { id } = await params;
  return (
    <StaffRoom path={`/desk/incidents/${encodeURIComponent(id)}`} roles={["operator", "admin"]}>
      {(me) => <IncidentRoom me={me} incidentId={decodeURIComponent(id)} />}
    </StaffRoom>
  );
}
