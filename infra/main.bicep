// Everything that one Wijkmonitor runs on, in one resource group. See infra/README.md.
targetScope = 'resourceGroup'

@description('Which environment this is; it is part of every name and a tag.')
@allowed(['test', 'acceptance', 'production'])
param environment string

@description('A short word for the organisation or the part of it that this monitor is for, such as a municipality: lower-case letters and digits.')
@minLength(2)
@maxLength(8)
param organisation string

@description('The region. Flex Consumption must be offered there.')
param location string = resourceGroup().location

@description('Who is answerable for this monitor: a department or role, for the tag "owner".')
param owner string

@description('Where its costs are booked, for the tag "costCenter".')
param costCenter string

@description('When the inbox is looked at: NCRONTAB with six fields. Schedules are in UTC on this plan.')
param ingestSchedule string = '0 */5 * * * *'

@description('When everything is computed anew. Schedules are in UTC on this plan.')
param scoringSchedule string = '0 0 2 * * *'

@description('The rules of each kind of scorecard that is computed: the app setting (such as Rules__Compass) and the file below config/, or several with semicolons between them. None means that no such scorecard is computed.')
param rules object = {}

@description('Settings of the limits of taking files in (Ingest__LeaseSeconds, Ingest__DependencyWaitSeconds, Ingest__MaxFileBytes) that differ from their defaults.')
param limits object = {}

@description('The address of a collector of OpenTelemetry that measurements and traces go to, such as http://collector:4318. Empty: none.')
param telemetryEndpoint string = ''

@description('After how many days without a delivery of a dataset somebody is told; 0 for never.')
@minValue(0)
@maxValue(730)
param staleAfterDays int = 45

@description('The least count of people, households or homes that is shown; what is smaller, and what it could be computed from, is withheld.')
@minValue(1)
@maxValue(1000)
param minCount int = 5

@description('How many requests one caller (who signed in, or else an address) may make in a minute to one instance; 0 for no limit. Behind a proxy of your own all its users are one address.')
@minValue(0)
@maxValue(100000)
param requestsPerMinute int = 0

@description('How many requests one instance handles at once before another is started.')
@minValue(1)
@maxValue(1000)
param requestsAtOnce int = 50

@description('E-mail addresses that alerts and budget warnings go to.')
@minLength(1)
param alertEmails array

@description('The application (client) id of the Entra app registration that people sign in with. Empty: no sign-in, function keys only.')
param signInClientId string = ''

@description('The Entra tenant that people sign in from.')
param signInTenantId string = tenant().tenantId

@description('Whether storage is reachable only from the virtual network of the app, by private endpoints.')
param privateNetwork bool = false

@description('A domain of your own for the app, such as monitor.example.nl. Empty: the address that Azure gives. Its DNS records must be there first.')
param customDomain string = ''

@description('The most instances that the app may scale out to.')
@minValue(40)
@maxValue(1000)
param mostInstances int = 40

@description('Memory of an instance in MB.')
@allowed([2048, 4096])
param instanceMemory int = 2048

@description('Instances for HTTP that are kept warm, so that nobody waits for a cold start.')
@minValue(0)
@maxValue(20)
param warmInstances int = 0

@description('How much a month may cost before a warning is sent, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int = 50

@description('The first day of the month that the budget counts from, as yyyy-MM-01.')
param budgetFrom string = utcNow('yyyy-MM-01')

@description('How long a removed blob can be brought back, in days.')
@minValue(7)
@maxValue(365)
param softDeleteDays int = 30

@description('How long logs are kept, in days.')
@minValue(30)
@maxValue(730)
param logDays int = 90

var isProduction = environment == 'production'
var place = '${organisation}-${environment}'
var unique = take(uniqueString(resourceGroup().id, organisation, environment), 6)
var tags = {
  workload: 'wijkmonitor'
  environment: environment
  owner: owner
  costCenter: costCenter
  managedBy: 'bicep'
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    place: place
    location: location
    tags: tags
    logDays: logDays
  }
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    place: place
    location: location
    tags: tags
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: {
    place: place
    location: location
    tags: tags
  }
}

module data 'modules/data-storage.bicep' = {
  name: 'data-storage'
  params: {
    name: 'stwm${organisation}${unique}data'
    location: location
    tags: tags
    isProduction: isProduction
    isPrivate: privateNetwork
    softDeleteDays: softDeleteDays
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module host 'modules/host-storage.bicep' = {
  name: 'host-storage'
  params: {
    name: 'stwm${organisation}${unique}host'
    location: location
    tags: tags
    isPrivate: privateNetwork
    principalId: identity.outputs.principalId
  }
}

module endpoints 'modules/private-endpoints.bicep' = if (privateNetwork) {
  name: 'private-endpoints'
  params: {
    place: place
    location: location
    tags: tags
    subnetId: network.?outputs.endpointSubnetId ?? ''
    networkId: network.?outputs.networkId ?? ''
    accounts: [
      { name: 'data', id: data.outputs.id }
      { name: 'host', id: host.outputs.id }
    ]
  }
}

module app 'modules/function-app.bicep' = {
  name: 'function-app'
  params: {
    place: place
    unique: unique
    location: location
    tags: tags
    ingestSchedule: ingestSchedule
    scoringSchedule: scoringSchedule
    rules: rules
    limits: limits
    staleAfterDays: staleAfterDays
    minCount: minCount
    requestsPerMinute: requestsPerMinute
    requestsAtOnce: requestsAtOnce
    telemetryEndpoint: telemetryEndpoint
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    dataBlobEndpoint: data.outputs.blobEndpoint
    dataTableEndpoint: data.outputs.tableEndpoint
    hostAccount: host.outputs.name
    packageContainer: host.outputs.packageContainer
    insightsName: monitoring.outputs.insightsName
    workspaceId: monitoring.outputs.workspaceId
    signInClientId: signInClientId
    signInTenantId: signInTenantId
    subnetId: network.?outputs.appSubnetId ?? ''
    customDomain: customDomain
    mostInstances: mostInstances
    instanceMemory: instanceMemory
    warmInstances: warmInstances
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    place: place
    location: location
    tags: tags
    emails: alertEmails
    workspaceId: monitoring.outputs.workspaceId
    appId: app.outputs.id
    insightsId: monitoring.outputs.insightsId
    isUrgent: isProduction
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    place: place
    amount: monthlyBudget
    from: budgetFrom
    emails: alertEmails
  }
}

@description('The address of the app.')
output address string = app.outputs.address

@description('The name of the function app, for deploying the package.')
output appName string = app.outputs.name

@description('The package to deploy: "app", which ./wijkmonitor publish makes, or "app-sign-in", which ./wijkmonitor publish --sign-in makes.')
output package string = app.outputs.package

@description('The storage account that data teams deliver to.')
output dataAccount string = data.outputs.name
