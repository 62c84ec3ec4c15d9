// What goes over the line (docs/protocol.md) and what a page carries. Types only: no browser loads this file.

export type Card = {
  text: string;
  lang: string;
  bucket?: string;
  item?: string;
  feeling?: number;
  nickname?: string;
  origin?: string;
  hidden?: string;
  waits?: boolean;
  in?: string;
};
export type Cards = Record<string, Card>;
export type Life = "waiting" | "open" | "closed" | "revealed";
export type Activity = {
  kind: string;
  life: Life;
  ends: number;
  written?: number;
  cards?: Cards;
  items?: Cards;
  reads?: Cards;
};
export type Side = "users" | "workers" | "unknown";
export type View = {
  agenda: { current: string; break_ends: number; closed: boolean };
  lobby: { door: "open" | "closed"; joined: number; sides?: Partial<Record<Side, number>> };
  activities: Record<string, Activity>;
  lives?: Record<string, { life: Life; ends: number }>;
  brought?: Record<string, number>;
};
export type Person = { role: string; cards: Record<string, Cards> };
export type Mine = Partial<Person> & { guests?: Record<string, Person> };

export type Command = { do: string; id: string; in: string; d: Record<string, unknown>; for?: string };
export type Answer = { done: string } | { refused: string; why: string; wait_ms?: number };
export type Frame = {
  hello?: { epoch: string; now_ms: number };
  view?: View;
  patch?: object;
  mine?: Mine;
  beat?: number;
  done?: string;
  refused?: string;
  why?: string;
  wait_ms?: number;
  run?: string;
  v?: number;
  from?: number;
  now_ms?: number;
};
export type First = { view: View; mine: Mine; run: string; v: number; epoch: string; now_ms: number };

export type Collect = {
  max_per_person: number;
  max_chars: number;
  nickname: boolean;
  reveal: string;
  entry: string;
  per_item: boolean;
  feeling: boolean;
  buckets: { id: string; text: string }[];
};
export type Step = {
  kind: string;
  stage: string;
  session: string;
  minutes: number;
  think_seconds: number;
  optional: boolean;
  timer: boolean;
  prompt: string;
  lang: string;
  collect?: Collect;
};
export type Texts = {
  workshop: string;
  lang: string;
  langs: string[];
  title: string;
  question: string;
  decide: string;
  purpose: string;
  promise: string;
  phrase: string;
  order: string[];
  activities: Record<string, Step>;
};
export type Place = {
  workshop: string;
  place: string;
  seat: string;
  lang: string;
  live: string;
  view: string;
  command: string;
  texts: string;
  door: string;
  home?: string;
  join?: { url: string; address: string; code: string; qr: string; qr_size: number };
};
