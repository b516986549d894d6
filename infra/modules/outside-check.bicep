// Asks the app from outside whether it is ready, and warns where it is not: this rests on no telemetry of the app. The certificate is watched too.

@description('Organisation and environment, for names.')
param place string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The address of the app.')
param address string

@description('Application Insights, which keeps the answers.')
param insightsId string

@description('The interval of the check, in seconds.')
param everySeconds int

@description('The action group that alerts are sent to.')
param actionGroupId string

@description('Whether this is production; elsewhere alerts are of a lower severity.')
param isUrgent bool

var name = 'check-ready-${place}'

// Ids of places that tests run from: https://learn.microsoft.com/azure/azure-monitor/app/availability
var locations = ['emea-nl-ams-azr', 'emea-gb-db3-azr']

resource ready 'Microsoft.Insights/webtests@2022-06-15' = {
  name: name
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: name
    Name: name
    Description: 'Whether storage answers and the inbox was looked at.'
    Kind: 'standard'
    Enabled: true
    Frequency: everySeconds
    Timeout: 60
    RetryEnabled: true
    Locations: map(locations, id => { Id: id })
    Request: {
      RequestUrl: '${address}/api/v1/health/ready'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-not-ready-${place}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Asked from outside, the app was not ready in two places: storage does not answer, the inbox was not looked at, or the certificate expires.'
    enabled: true
    severity: isUrgent ? 1 : 4
    scopes: [ready.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: ready.id
      componentId: insightsId
      failedLocationCount: length(locations)
    }
    actions: [
      { actionGroupId: actionGroupId }
    ]
  }
}
