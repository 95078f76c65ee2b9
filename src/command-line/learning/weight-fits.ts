import type { Posting } from '../../engine/posting.ts';
import type { CompiledRules } from '../../engine/rules.ts';
import { createScorer } from '../../engine/score-posting.ts';
import type { Verdict } from '../../engine/verdict.ts';
import { compileRules, type EnginePacks } from '../../packs/compile-rules.ts';
import { type Example, type Fit, fitNear } from './logistic-fit.ts';
import { FOLDS, type TrainingText } from './training-texts.ts';
import { learnUnseen, type PiecedText, readPieces, type WholeModels } from './unseen-models.ts';

/** The reviewers' weight counts like this many texts. */
const HOLD = 2;
/** Signs come together, so each says less beside the others than a reviewer gives it alone. */
const SHARE_OF_PRIOR = 0.5;

/** A training text as it is read with every weight at one. */
export interface Row extends Example {
  text: TrainingText;
  isWarningText: boolean;
  /** What was found, whatever it is worth; a reason's weight is the amount. */
  reasons: Verdict['reasons'];
}

/** Rules as they are before anything is learned, and the reviewers' weights that a fit is held near. */
export interface Unlearned {
  rules: CompiledRules;
  prior: Fit;
  /** The texts as models of whole texts see them. */
  pieced: readonly PiecedText[];
  /** For a group of texts the models that have met none of them. */
  modelsFor(text: TrainingText): WholeModels | undefined;
}

/** The rules with reviewers' weights; `texts` are those from which models of whole texts are learned, `groupOf` what is left out together. */
export function unlearnedRules(
  packs: EnginePacks,
  texts: readonly TrainingText[],
  groupOf: (text: TrainingText) => string = ({ round }) => round,
): Unlearned {
  const { wording: _wording, meaning: _meaning, ...signals } = packs.signals;
  const rules = compileRules({
    ...packs,
    signals: { ...signals, weights: { bias: signals.scoring.bias, weights: {} } },
  });
  const pieced = readPieces(rules, texts);
  const models = learnUnseen(pieced, groupOf);
  const weights = new Map<string, number>();
  for (const { id, weight } of [...rules.signals, ...rules.combinations]) weights.set(id, SHARE_OF_PRIOR * weight);
  return {
    rules,
    prior: { bias: rules.scoring.bias, weights },
    pieced,
    modelsFor: (text) => models.get(groupOf(text)),
  };
}

/** Scores each text with the models that have not met it. */
export function scorerOfUnseen(unlearned: Unlearned, rules: CompiledRules): (text: TrainingText) => Verdict {
  const scorers = new Map<WholeModels | undefined, (posting: Posting) => Verdict>();
  return (text) => {
    const models = unlearned.modelsFor(text);
    const score = scorers.get(models) ?? createScorer({ ...rules, ...models });
    scorers.set(models, score);
    return score(text.posting);
  };
}

/** Reads texts with every weight at one, so that a reason's weight is the amount that was found. */
export function readRows(unlearned: Unlearned, texts: TrainingText[]): Row[] {
  const { rules } = unlearned;
  const unit = <T extends { weight: number }>(rule: T): T => ({ ...rule, weight: rule.weight < 0 ? -1 : 1 });
  const score = scorerOfUnseen(unlearned, {
    ...rules,
    signals: rules.signals.map(unit),
    combinations: rules.combinations.map(unit),
  });
  return texts.map((text) => {
    const { kind, reasons } = score(text);
    return {
      text,
      isWarningText: kind === 'warning-text',
      amounts: new Map(reasons.map((reason) => [reason.signal, Math.abs(reason.weight)])),
      positive: text.label === 'lure' || text.label === 'scam',
      share: text.share,
      reasons,
    };
  });
}

export function fitOn({ prior }: Unlearned, rows: Row[]): Fit {
  return fitNear(prior, rows, HOLD);
}

/** For each fold the fit on everything else; rows of no fold are in all of them. */
export function fitFolds(unlearned: Unlearned, rows: Row[]): Fit[] {
  return Array.from({ length: FOLDS }, (_, fold) =>
    fitOn(
      unlearned,
      rows.filter(({ text }) => text.fold !== fold),
    ),
  );
}

/** The rules with the weights of a fit; a sign that stands in none of the texts it was made from keeps its own. */
export function withFit({ rules }: Unlearned, fit: Fit, met: ReadonlySet<string>): CompiledRules {
  const weighed = <T extends { id: string; weight: number }>(rule: T): T => ({
    ...rule,
    weight: met.has(rule.id) ? (fit.weights.get(rule.id) ?? rule.weight) : rule.weight,
  });
  return {
    ...rules,
    signals: rules.signals.map(weighed),
    combinations: rules.combinations.map(weighed),
    scoring: { ...rules.scoring, bias: fit.bias },
  };
}
