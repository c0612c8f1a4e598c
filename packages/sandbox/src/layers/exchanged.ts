import type { ScenarioName } from '../scenarios/scenario-list.ts';
import type { ScenarioScript } from '../scenarios/scenario-script.ts';

/** What the layers of the app hand on to one another. */
export interface Exchanged {
  Variables: {
    /** The request's body as text; a scenario may have put another in its place. */
    body: string;
    script: ScenarioScript<ScenarioName> | undefined;
  };
}
