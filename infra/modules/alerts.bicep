// What somebody is told about, and what each means: docs/operations.md has a runbook for every name here.

@description('Organisation and environment, for names.')
param place string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('Who is told.')
param emails array

@description('The workspace with the logs.')
param workspaceId string

@description('The function app.')
param appId string

@description('Application Insights.')
param insightsId string

@description('Whether this is production; elsewhere alerts are of a lower severity.')
param isUrgent bool

// The event's number is a property, or stands in the line of text.
var byEvent = 'AppTraces | extend Event = coalesce(toint(Properties.EventId), toint(extract(@"Wijkmonitor[\\w.]*\\[(\\d+)\\]", 1, Message))) | where Event in'

var alerts = [
  {
    name: 'ingest-failing'
    description: 'A file or a municipality could not be dealt with in two runs in a quarter of an hour: files stay in the inbox.'
    query: '${byEvent} (110, 122) | summarize count() by bin(TimeGenerated, 5m)'
    threshold: 1
    operator: 'GreaterThan'
    window: 'PT15M'
    every: 'PT5M'
    severity: 1
  }
  {
    name: 'file-set-aside'
    description: 'A file could not be checked or stored because of a fault in the monitor; it lies in rejected/ with its report.'
    query: '${byEvent} (105)'
    threshold: 0
    operator: 'GreaterThan'
    window: 'PT15M'
    every: 'PT15M'
    severity: 2
  }
  {
    name: 'file-to-be-confirmed'
    description: 'A file waits until somebody confirms or withdraws it; it lies in pending/ with its report.'
    query: '${byEvent} (106)'
    threshold: 0
    operator: 'GreaterThan'
    window: 'PT1H'
    every: 'PT1H'
    severity: 3
  }
  {
    name: 'contract-not-computed'
    description: 'A social mortgage does not fit the catalogue any more; its statements stay as they were.'
    query: '${byEvent} (121)'
    threshold: 0
    operator: 'GreaterThan'
    window: 'P1D'
    every: 'PT6H'
    severity: 2
  }
  {
    name: 'definition-refused'
    description: 'A definition of a dataset in the container config is not right; the last good one stays.'
    query: '${byEvent} (126)'
    threshold: 0
    operator: 'GreaterThan'
    window: 'PT1H'
    every: 'PT1H'
    severity: 2
  }
  {
    name: 'nothing-delivered'
    description: 'A dataset has had no delivery for longer than Freshness__StaleAfterDays.'
    query: '${byEvent} (124)'
    threshold: 0
    operator: 'GreaterThan'
    window: 'P1D'
    every: 'P1D'
    severity: 3
  }
  {
    name: 'timer-not-run'
    description: 'The inbox has not been looked at for half an hour.'
    query: 'AppRequests | where Name == "Ingest" and Success'
    threshold: 1
    operator: 'LessThan'
    window: 'PT30M'
    every: 'PT15M'
    severity: 1
  }
  {
    name: 'nightly-not-run'
    description: 'Not everything was computed anew for two days.'
    query: 'AppRequests | where Name == "Score" and Success'
    threshold: 1
    operator: 'LessThan'
    window: 'P2D'
    every: 'PT12H'
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

resource failures 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-server-errors-${place}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Callers get answers of 500 and above.'
    enabled: true
    severity: isUrgent ? 1 : 4
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'server-errors'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [
      { actionGroupId: people.id }
    ]
  }
}

resource slowness 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-slow-${place}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Requests take longer than two seconds on average over a quarter of an hour.'
    enabled: true
    severity: 3
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'slow'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'microsoft.insights/components'
          metricName: 'requests/duration'
          operator: 'GreaterThan'
          threshold: 2000
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [
      { actionGroupId: people.id }
    ]
  }
}
