// What goes over the line (docs/protocol.md) and what a page carries. Types only: no browser loads this file.

export type Card = {
  text: string;
  lang: string;
  bucket?: string;
  item?: string;
  feeling?: number;
  nickname?: string;
  origin?: string;
  table?: number;
  hidden?: string;
  waits?: boolean;
  in?: string;
  gone?: boolean;
};
export type Cards = Record<string, Card>;
export type Life = "waiting" | "open" | "closed" | "revealed";
export type Lived = { kind: string; life: Life; ends: number };
export type Activity = Lived & {
  written?: number;
  cards?: Cards;
  items?: Cards;
  reads?: Cards;
  notes?: Cards;
};
export type Side = "users" | "workers" | "unknown";
export type Told = "exact" | "order_only" | "none";

// What each kind shows: `activities.{current}` of a view, read as the kind says

export type Cluster = Lived & {
  cards?: Record<string, Card & { theme?: string }>;
  themes?: Record<string, Theme>;
  order?: string[];
  can_undo?: boolean;
};
export type Theme = { name: string; lang: string; names?: string[] };

export type Vote = Lived & {
  options?: Cards;
  round?: string;
  answered?: number;
  run_off?: boolean;
  rounds?: Record<string, VoteResult>;
};
export type VoteResult = {
  nth: number;
  run_off?: boolean;
  ballots: number;
  options: Record<string, Counted & { selected?: boolean }>;
  tied?: string[];
  by_side?: { told: Told } & { [side in Side]?: Record<string, Counted> };
};
export type Counted = {
  rank?: number;
  dots?: number;
  ratings?: number;
  score?: number;
  sides?: "agree" | "differ";
  criteria?: Record<string, { mean: number; median?: number; share_low?: number; spread?: Record<string, number> }>;
};

export type Survey = Lived & {
  items?: Record<string, true>;
  about?: Cards;
  round?: string;
  answered?: number;
  rounds?: Record<string, SurveyResult>;
  texts?: Record<string, Card & { about: string; round: string }>;
};
export type SurveyResult = { nth: number; ballots: number; results: Record<string, Record<string, Answered>> };
export type Answered = {
  n: number;
  mean?: number;
  counts?: Record<string, number>;
  by_side?: { [side in Side]?: number };
};

export type Consent = Lived & {
  proposals?: Record<string, Card & { result?: string; record?: PlanRecord }>;
  round?: string;
  proposal?: string;
  wording?: string;
  wording_lang?: string;
  answered?: number;
  rounds?: Record<string, ConsentResult>;
};
export type ConsentResult = {
  nth: number;
  proposal: string;
  wording?: string;
  wording_lang?: string;
  ballots: number;
  supports: Record<string, number>;
  result: string;
  decide_by?: string;
  concerns?: Cards;
};
/** Consents that wait for an answer: activity -> round */
export type Later = Record<string, Record<string, LaterRound>>;
export type LaterRound = { text: string; lang: string; scale: "five" | "three"; pass_min: number; decide_by: string };

export type Plan = Lived & { items?: Cards; records?: Record<string, PlanRecord>; kind_of?: RecordKind };
export type RecordKind = "action" | "pilot" | "response";
/** What is written by the names of fields: `{text, lang}`, or of dates and choices a string. */
export type PlanRecord = {
  sources?: string[];
  owner?: string;
  owner_accepted?: boolean;
  owner_outside?: boolean;
  follower?: string;
  helpers?: Record<string, string>;
  proposed?: Record<string, { field: string; text: string; lang: string }>;
  history?: Record<string, { field: string; text: string; lang: string }>;
  dropped?: string;
  status?: string;
  [field: string]: unknown;
};

export type Question = Card & { answer?: string; answer_lang?: string; open?: boolean };
export type Word = { word: string; lang: string; plain?: string; flags?: number };
export type Contact = { date: string; time?: string; place?: string; what?: string };
export type Gate = {
  missing?: string[];
  mended?: Record<string, string[]>;
  unheard?: Cards;
  unselected?: Cards;
  parked?: Record<string, { name: string; decision: string; reason: string; lang: string; owner?: string; target?: string }>;
  previous?: Record<string, Card & { report?: string; note?: string }>;
  attested?: Record<string, true>;
  asked?: Record<string, true>;
  records?: Record<string, { in: string; title: string; owner?: string }>;
};

export type View = {
  agenda: { current: string; break_ends: number; closed: boolean };
  lobby: { door: "open" | "closed"; joined: number; sides?: Partial<Record<Side, number>> };
  activities: Record<string, Activity>;
  questions?: Record<string, Question>;
  words?: Record<string, Word>;
  contact?: Contact;
  screen?: { calm?: boolean; also?: string };
  later?: Later;
  concerns?: Record<string, Cards>;
  lives?: Record<string, { life: Life; ends: number }>;
  brought?: Record<string, number>;
  ahead?: Cards;
  needs?: { more_time?: number; break?: number; unclear?: number };
  feedback?: Cards;
  gate?: Gate;
};

// What one person is told of themselves

export type Support = { support: number | "need_time"; text?: string; lang?: string; aloud?: boolean };
export type Answer = number | string | { text: string; lang: string };
export type Choice = {
  dots?: Record<string, number>;
  ranks?: string[];
  ratings?: Record<string, Record<string, number>>;
  answers?: Record<string, Record<string, Answer>>;
} & Partial<Support>;
export type Ballot = { round: string; n: number; choice: Choice };
export type Person = {
  role: string;
  cards: Record<string, Cards>;
  ballots?: Record<string, Ballot>;
  later?: Record<string, Record<string, true>>;
  assigned?: Record<string, string[]>;
  records?: Record<string, Record<string, string[]>>;
  questions?: Cards;
  words?: Record<string, true>;
  asked?: string[];
};
export type Mine = Partial<Person> & { guests?: Record<string, Person> };

export type Command = { do: string; id: string; in: string; d: Record<string, unknown>; for?: string };
export type Said = { done: string } | { refused: string; why: string; wait_ms?: number; missing?: string[] };
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

// The texts of a workshop

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
export type VoteSettings = {
  method: "dots" | "rank" | "rate";
  select_top: number;
  display: string;
  budget: number;
  max_per_item: number;
  top_k: number;
  criteria: { id: string; text: string; weight: number }[];
  scale: [number, number];
  assign: "all" | "random";
  per_person: number;
  compare_with: string;
  sides: Side[];
};
export type Step = {
  kind: string;
  stage: string;
  at: [number, number];
  session: string;
  minutes: number;
  think_seconds: number;
  optional: boolean;
  timer: boolean;
  prompt: string;
  lang: string;
  guide?: string[];
  collect?: Collect;
  discuss?: { mode: string; notes: "none" | "host" | "anyone"; group_size: number; rounds: number };
  cluster?: { who: string; max_themes: number };
  vote?: VoteSettings;
  consent?: { scale: "five" | "three"; pass_min: number; max_rounds: number; need_time: boolean; commitment: boolean };
  plan?: { kind: RecordKind; who_fills: string; min: number; max: number; required: string[]; asked: string[] };
  survey?: { items: string[]; show: "on_close" | "later"; display: string; per_item: boolean };
};
export type Item = {
  kind: "scale" | "choice" | "text";
  text: string;
  lang: string;
  options: { id: string; text: string }[];
  floor: string;
  room: string;
};
export type Texts = {
  more?: boolean;
  workshop: string;
  lang: string;
  langs: string[];
  title: string;
  question: string;
  decide: string;
  purpose: string;
  promise: string;
  phrase: string;
  rules: string[];
  support: string;
  date: string;
  start: string;
  place: string;
  plan: string;
  order: string[];
  slack?: number;
  breakdown: boolean;
  offers: { ask: boolean; words: boolean; more_time: boolean };
  answers: Record<string, string>;
  items: Record<string, Item>;
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
  plan?: { address: string; qr: string; qr_size: number };
  /** Of a screen: what it says in each language of the workshop, by the English words. */
  said?: Record<string, Record<string, string>>;
};
