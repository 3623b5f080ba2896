/** Said every time, whatever the figures: nobody should read more in them than there is. */
export const LIMITS_OF_THIS = `## What this does not prove

- **The world is invented, by those who made the rules.** Who fails, how and when is a table of stories (\`seeds/world/stories.ts\`). The ladder and
  the scorecard have no say in it, so there is no circle; but whoever writes a story of failing and a rule for failing has the same picture of
  it in mind. In this world most failures announce themselves in the books, and begin with less equity and cash than others have, because their
  stories say so. Nothing follows for real providers.
- **There are few failures.** One more or less moves recall by points, as the intervals show. Differences between alarms, or between model versions, that
  lie within them are no differences.
- **A wide alarm finds nearly everybody.** One that rings for four in ten providers has a high recall whatever it looks at; a lift near one is no
  foresight. Precision is low because failing is rare, and no rule as wide could do much better.
- **Class HIGH is not "will fail".** Of the 81 of 2019, about one in three was found to be really in danger when people looked closer (letter to
  parliament of 2021). That is a judgement, on other figures, of danger and not of failure, and an outcome rather than the truth: nobody knows who of the
  other providers was. It cannot be compared with the precision above. In the invented world people decide treden only about providers
  with a story, fewer than are in trouble in reality, so trouble foretold is counted too low as well.
- **Failing is not the only harm, and an alarm changes what happens.** Providers that were warned and helped did not fail, and count as false alarms. The
  invented world has some that recover; how many real ones do, and why, is not known.
- **Survivorship.** The history is of providers that took part. Who stopped, merged or was taken over before is not in it, and in this
  world nobody leaves but by failing.
- **The figures are those that hold now.** Of its own quarter an assessment waits for the last correction; that corrections and annual accounts of a quarter
  also change the trends of later quarters a little earlier than they were known is left as it is.
- **Nobody else has tried it.** There is no external validation, and there can be none before real failures are in the archive. Run the command
  again then.`;
