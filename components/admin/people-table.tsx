"use client";
import { Ban, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DataTable, tableColumns } from "@/components/ui/data-table";
import { Select } from "@/components/ui/input";
import { TimeLabel } from "@/components/ui/time-label";
import { type Person, Role } from "@/lib/contract/people";
import type { PersonAsked } from "./person-confirm";

type Table = { people: Person[]; me: string; onAsk(asked: PersonAsked): void; empty: ReactNode };

export function PeopleTable({ people, me, onAsk, empty }: Table) {
  const t = useTranslations("admin.people");
  const columns = useMemo(
    () =>
      tableColumns<Person>((c) => [
        c.accessor("name", {
          sortFn: "alphanumeric",
          header: t("name"),
          cell: ({ row }) => <PersonName person={row.original} self={row.original.id === me} />,
        }),
        c.accessor("role", {
          sortFn: "alphanumeric",
          header: t("role"),
          cell: ({ row }) => <RoleChoice person={row.original} self={row.original.id === me} onAsk={onAsk} />,
        }),
        c.accessor("disabled", {
          header: t("state"),
          cell: ({ row }) => <LogIn person={row.original} self={row.original.id === me} onAsk={onAsk} />,
        }),
        c.accessor("createdAt", {
          header: t("since"),
          cell: ({ row }) => <TimeLabel at={row.original.createdAt} style="full" className="text-muted" />,
        }),
      ]),
    [t, me, onAsk],
  );
  return (
    <DataTable
      caption={t("table")}
      columns={columns}
      rows={people}
      rowId={(person) => person.id}
      empty={empty}
      sort={{ id: "name", desc: false }}
      className="rounded-panel border border-line bg-panel"
    />
  );
}

function PersonName({ person, self }: { person: Person; self: boolean }) {
  const t = useTranslations("admin.people");
  return (
    <>
      <span className="flex items-center gap-2 font-semibold">
        {person.name}
        {self && <Badge tone="accent">{t("you")}</Badge>}
      </span>
      <span className="block text-xs text-muted">{person.email}</span>
    </>
  );
}

type Part = { person: Person; self: boolean; onAsk(asked: PersonAsked): void };

function RoleChoice({ person, self, onAsk }: Part) {
  const t = useTranslations("admin.people");
  if (self) return t(`roles.${person.role}`);
  const ask = (value: string) => {
    const role = Role.safeParse(value).data;
    if (role && role !== person.role) onAsk({ person, change: { role } });
  };
  return (
    <Select
      className="min-w-36"
      aria-label={t("changeRole", { name: person.name })}
      value={person.role}
      onChange={(event) => ask(event.target.value)}
    >
      {Role.options.map((role) => (
        <option key={role} value={role}>
          {t(`roles.${role}`)}
        </option>
      ))}
    </Select>
  );
}

function LogIn({ person, self, onAsk }: Part) {
  const t = useTranslations("admin.people");
  const Icon = person.disabled ? Ban : Check;
  const flip = t(person.disabled ? "enable" : "disable");
  return (
    <span className="flex items-center gap-3">
      <Badge tone={person.disabled ? "danger" : "ok"}>
        <Icon size={12} aria-hidden />
        {t(person.disabled ? "disabled" : "active")}
      </Badge>
      {!self && (
        <Button
          size="sm"
          aria-label={`${flip} ${person.name}`}
          onClick={() => onAsk({ person, change: { disabled: !person.disabled } })}
        >
          {flip}
        </Button>
      )}
    </span>
  );
}
