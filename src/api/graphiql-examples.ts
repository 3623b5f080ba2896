/** Questions to start with, each with an account that may ask it. A test asks them all. */
export interface Example {
  readonly nl: string;
  readonly en: string;
  /** The account it is asked as; null for who has not signed in. */
  readonly as: string | null;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const EXAMPLES: readonly Example[] = [
  {
    nl: 'Het risicobeeld',
    en: 'The risk dashboard',
    as: 'ja',
    query: `# Dutch: risicobeeld. Where is the continuity
# of care at risk, and what has changed?
query RiskDashboard {
  riskDashboard {
    quarter
    national {
      providers notAssessable high middle low
      trede1 trede2 trede3 trede4 trede5
    }
    regions(first: 5, orderBy: URGENCY_DESC) {
      nodes { region { name } providers trede4 trede5 }
    }
    top(first: 10) {
      nodes {
        provider { name }
        trede previousTrede riskClass revenueYouthCents
      }
    }
    missingDeliveries(first: 5) {
      totalCount
      nodes { party { name } uitvraagKey dueOn }
    }
    meldingen(first: 5) {
      totalCount
      nodes { receivedAt reason reporter { name } }
    }
  }
}
`,
  },
  {
    nl: 'Een aanbieder',
    en: 'A provider',
    as: 'provider:de-wissel',
    query: `# Dutch: aanbieder. A provider sees its own figures.
# Ask the same as a municipality to see what is left.
query ProviderPage($name: String!) {
  providers(first: 1, filter: { nameContains: $name }) {
    nodes {
      name
      seatMunicipality { name }
      designation { basis accountRegion { name } }
      assessment {
        quarter trede riskClass
        criteria(only: HOLDS) { trede says value limit }
        explanation(language: NL)
      }
      quarters(first: 8) {
        nodes {
          quarter revenueYouthCents netResultCents
          solvency profitability currentRatio pnilRatio
        }
      }
    }
  }
}
`,
    variables: { name: 'Wissel' },
  },
  {
    nl: 'Van regio naar contracten',
    en: 'From region to contracts',
    as: 'region:JZ01',
    query: `# Dutch: jeugdregio. A region sees its own contracts
# and those of its municipalities.
query RegionContracts {
  region(code: "JZ01") {
    name
    youthEstimate
    municipalities(first: 10) {
      totalCount
      nodes {
        name
        contracts(first: 5, orderBy: ANNUAL_VALUE_DESC) {
          totalCount
          nodes {
            reference annualValueCents endsOn
            provider { name }
            careForm { name }
          }
        }
      }
    }
  }
}
`,
  },
  {
    nl: 'Mijn meldingen',
    en: 'My meldingen',
    as: 'municipality:GM0014',
    query: `# Everybody sees the meldingen it made itself;
# only the Jeugdautoriteit sees them all.
query MyMeldingen {
  viewer { party { name } }
  meldingen(first: 10) {
    totalCount
    nodes {
      id receivedAt reason moment explanation
      provider { name }
      region { name }
    }
  }
}
`,
  },
  {
    nl: 'Een melding doen',
    en: 'Register a melding',
    as: 'provider:de-wissel',
    query: `# Sent twice with the same clientKey
# it is registered once.
mutation RegisterMelding($input: MeldingInput!) {
  registerMelding(input: $input) {
    id
    receivedAt
    reason
    careForm { name }
    effectiveOn
    explanation
    reporter { name }
  }
}
`,
    variables: {
      input: {
        clientKey: 'workbench-1',
        reason: 'CARE_CHANGE',
        regionCode: 'JZ01',
        careFormCode: 'JH12122',
        effectiveOn: '2027-01-01',
        explanation: 'Wij bouwen de daghulp in deze regio af en zoeken met de gemeenten een andere aanbieder.',
      },
    },
  },
  {
    nl: 'Verschillen',
    en: 'Mismatches',
    as: 'ja',
    query: `# Dutch: mismatch. Two sources that should agree,
# laid side by side, the largest difference first.
query Mismatches {
  mismatches(
    first: 10
    orderBy: DIFFERENCE_DESC
    filter: { subject: REGION, kind: CONTRACT_BOTH_SIDES, quarter: "2026Q3" }
  ) {
    totalCount
    nodes {
      region { name }
      unit expected actual differenceShare coverage
      verdict explanation(language: EN)
      parts(first: 3) {
        nodes {
          provider { name } difference
          mismatch { disagreements { words(language: EN) } }
        }
      }
    }
  }
}
`,
  },
  {
    nl: 'Wie levert hier daghulp?',
    en: 'Who gives day care here?',
    as: 'ja',
    query: `# Dutch: waterbed. Who gives a form of care in a region,
# and how much leans on one provider? Give the id of one of
# them to impactIfStops to see what moves when it stops.
query Waterbed {
  careFormInRegion(careFormCode: "JH12122", regionCode: "JZ01") {
    explanation
    amountCents places largestShare hhi waitingDays
    providers {
      provider { id name }
      share places annualValueCents trede
    }
  }
}
`,
  },
  {
    nl: 'Wat moet ik aanleveren?',
    en: 'What do I have to deliver?',
    as: 'provider:de-wissel',
    query: `# Dutch: mijn taken. What is asked, how far it is, and
# by when. Give the id of one to draft to see what is in
# it, or fetch its workbook: docs/intake.md.
query MyTasks {
  tasks {
    open dueSoon
    tasks {
      name state isLate daysLeft
      filled asked says
      delivery { id dueOn status receipt { reference receivedAt } }
    }
  }
}
`,
  },
  {
    nl: 'Wat mag ik zien?',
    en: 'What may I see?',
    as: null,
    query: `# Who am I here, and what may I read?
# Choose another account and ask again.
query WhatMayISee {
  viewer {
    kind
    isSignedIn
    functions
    capabilities { information says scopes basis }
  }
}
`,
  },
];
