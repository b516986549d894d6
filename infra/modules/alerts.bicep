// The alerts; docs/operations.md has a runbook for each name.

@description('Organisation and environment, for names.')
param place string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The e-mail addresses that alerts are sent to.')
param emails string[]

@description('The workspace with the logs.')
param workspaceId string

@description('The account with the data.')
param dataAccountId string

@description('The number of minutes without a successful run over the inbox after which an alert is sent: the time of at least three runs, and longer than a run in a backlog.')
@allowed([30, 45, 60, 120, 180])
param ingestLateMinutes int

@description('The size of the data, in GB, above which an alert is sent.')
param storageGigabytes int

@description('Whether this is production; elsewhere alerts are of a lower severity.')
param isUrgent bool

// Azure takes some values of a window and of how often only: 5, 10, 15, 30 or 45 minutes, 1 to 6 hours, a day, and for a window two days.
var ofRuns = { '30': 'PT30M', '45': 'PT45M', '60': 'PT1H', '120': 'PT2H', '180': 'PT3H' }[string(ingestLateMinutes)]

// The app's own events by number: the host writes to the same tables, with numbers of its own. One with an exception is kept as an exception and not as a trace.
var events = 'union isfuzzy=true AppTraces, AppExceptions | where tostring(Properties.CategoryName) startswith "Wijkmonitor" | extend Event = toint(Properties.EventId)'
var runs = '${events} | where Event == 160 and tostring(Properties.Outcome) == "succeeded" and tostring(Properties.Function)'

var alerts = [
  {
    name: 'ingest-failing'
    description: 'A file or a municipality could not be dealt with in two runs one soon after the other: files stay in the inbox.'
    query: '${events} | where Event in (110, 122) | summarize count() by bin(TimeGenerated, 5m)'
    threshold: 1
    operator: 'GreaterThan'
    window: ofRuns
    every: 'PT5M'
    severity: 1
  }
  {
    name: 'file-quarantined'
    description: 'A file could not be checked or stored because of a fault in the monitor; it is in rejected/ with its report.'
    query: '${events} | where Event in (105)'
    threshold: 0
    operator: 'GreaterThan'
    window: 'PT15M'
    every: 'PT15M'
    severity: 2
  }
  {
    name: 'file-to-be-confirmed'
    description: 'A file waits until somebody confirms or withdraws it; it is in pending/ with its report.'
    query: '${events} | where Event in (106)'
    threshold: 0
    operator: 'GreaterThan'
    window: 'PT1H'
    every: 'PT1H'
    severity: 3
  }
  {
    name: 'contract-not-computed'
    description: 'A social mortgage does not fit the catalogue any more; its statements stay as they were.'
    query: '${events} | where Event in (121)'
    threshold: 0
    operator: 'GreaterThan'
    window: 'P1D'
    every: 'PT6H'
    severity: 2
  }
  {
    name: 'scorecards-failed'
    description: 'Scorecards of a municipality, an area or a kind, or the statements of a contract, could not be computed; the last ones stay with their date.'
    query: '${events} | where Event in (122, 137, 138)'
    threshold: 0
    operator: 'GreaterThan'
    window: 'PT1H'
    every: 'PT1H'
    severity: 2
  }
  {
    name: 'definition-refused'
    description: 'A definition of a dataset in the container config is not right; the last good one stays.'
    query: '${events} | where Event in (126)'
    threshold: 0
    operator: 'GreaterThan'
    window: 'PT1H'
    every: 'PT1H'
    severity: 2
  }
  {
    name: 'nothing-delivered'
    description: 'A dataset has had no delivery for longer than Freshness__StaleAfterDays.'
    query: '${events} | where Event in (124)'
    threshold: 0
    operator: 'GreaterThan'
    window: 'P1D'
    every: 'P1D'
    severity: 3
  }
  {
    name: 'timer-not-run'
    description: 'The log has no run over the inbox that ended well for the time of three runs or more. Where log-full came too, ask health/ready: only if it says so is a run late.'
    query: '${runs} == "Ingest"'
    threshold: 1
    operator: 'LessThan'
    window: ofRuns
    every: 'PT15M'
    severity: 1
  }
  {
    name: 'nightly-not-run'
    description: 'The log has no nightly computation that succeeded for two days. Where log-full came too, ask health/ready: only if it says so is it late.'
    query: '${runs} == "Score"'
    threshold: 1
    operator: 'LessThan'
    window: 'P2D'
    every: 'PT6H'
    severity: 2
  }
  {
    name: 'server-errors'
    description: 'Callers get answers of 500 and above, or a request failed. Answers of health/ready are left to not-ready: it answers 503 where a run is late.'
    query: 'union isfuzzy=true AppRequests, AppTraces, AppExceptions | where toint(column_ifexists("ResultCode", "")) >= 500 and column_ifexists("Name", "") !has "ready" and column_ifexists("Name", "") !has "GetReadiness" or toint(Properties.EventId) in (130, 133) and tostring(Properties.CategoryName) startswith "Wijkmonitor"'
    threshold: 5
    operator: 'GreaterThan'
    window: 'PT15M'
    every: 'PT5M'
    severity: 1
  }
  {
    name: 'slow'
    description: 'One request in twenty takes longer than two seconds; the runs by the clock aside.'
    query: 'AppRequests | where Name !has "Ingest" and Name !has "Score" | summarize Requests = count(), Slow = percentile(DurationMs, 95) | where Requests > 20 and Slow > 2000'
    threshold: 0
    operator: 'GreaterThan'
    window: 'PT15M'
    every: 'PT15M'
    severity: 3
  }
  {
    name: 'log-full'
    description: 'The workspace takes no more logs until its hour of reset. Alerts on what the log has cannot fire until then, and those on what it lacks fire by themselves: timer-not-run, nightly-not-run.'
    query: '_LogOperation | where Category =~ "Ingestion" and Detail has "OverQuota"'
    threshold: 0
    operator: 'GreaterThan'
    window: 'PT1H'
    every: 'PT1H'
    severity: 2
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-wijkmonitor-${place}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'wijkmonitor'
    emailReceivers: [
      for (email, i) in emails: {
        name: 'person-${i}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource byLog 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: 'alert-${alert.name}-${place}'
    location: location
    tags: tags
    properties: {
      displayName: alert.name
      description: alert.description
      enabled: true
      severity: isUrgent ? alert.severity : 4
      scopes: [workspaceId]
      evaluationFrequency: alert.every
      windowSize: alert.window
      autoMitigate: alert.every != 'P1D'
      skipQueryValidation: true // a new workspace has no tables yet
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [people.id]
      }
    }
  }
]

resource storage 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-storage-unavailable-${place}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Storage fails one call in a hundred, or more.'
    enabled: true
    severity: isUrgent ? 2 : 4
    scopes: [dataAccountId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'availability'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Availability'
          operator: 'LessThan'
          threshold: 99
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [
      { actionGroupId: people.id }
    ]
  }
}

// What storage refuses is not counted as unavailability: throttling and rights are errors that its metric of availability leaves out.
// https://learn.microsoft.com/azure/storage/blobs/monitor-blob-storage-reference
var refusals = [
  {
    name: 'storage-busy'
    description: 'Storage refuses calls because there are too many at once.'
    responses: ['ServerBusyError', 'ClientThrottlingError', 'ClientAccountRequestThrottlingError', 'ClientAccountBandwidthThrottlingError']
    threshold: 100
  }
  {
    name: 'storage-refused'
    description: 'Storage refuses calls because the caller lacks the permission: a role was removed, or the firewall changed.'
    responses: ['AuthorizationError']
    threshold: 5
  }
]

resource refused 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for refusal in refusals: {
    name: 'alert-${refusal.name}-${place}'
    location: 'global'
    tags: tags
    properties: {
      description: refusal.description
      enabled: true
      severity: isUrgent ? 2 : 4
      scopes: [dataAccountId]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT1H'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: 'refused'
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: 'Microsoft.Storage/storageAccounts'
            metricName: 'Transactions'
            dimensions: [
              { name: 'ResponseType', operator: 'Include', values: refusal.responses }
            ]
            operator: 'GreaterThan'
            threshold: refusal.threshold
            timeAggregation: 'Total'
          }
        ]
      }
      actions: [
        { actionGroupId: people.id }
      ]
    }
  }
]

// The platform measures it once an hour; no file is removed or refused because of it.
resource room 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-storage-growing-${place}'
  location: 'global'
  tags: tags
  properties: {
    description: 'The data takes more room than was planned.'
    enabled: true
    severity: isUrgent ? 3 : 4
    scopes: [dataAccountId]
    evaluationFrequency: 'PT1H'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'room'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'UsedCapacity'
          operator: 'GreaterThan'
          threshold: storageGigabytes * 1000000000
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [
      { actionGroupId: people.id }
    ]
  }
}

@description('The action group, for alerts in other modules.')
output actionGroupId string = people.id
