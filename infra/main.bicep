// Everything that one Wijkmonitor runs on, in one resource group. See infra/README.md.
targetScope = 'resourceGroup'

@description('The environment, which is part of every name and a tag.')
@allowed(['test', 'acceptance', 'production'])
param environment string

@description('A short word for the organisation or the part of it that this monitor is for, such as a municipality: letters and digits.')
@minLength(2)
@maxLength(8)
param organisation string

@description('The region. Flex Consumption must be offered there.')
param location string = resourceGroup().location

@description('The owner of this monitor: a department or role, for the tag "owner".')
param owner string

@description('The cost center, for the tag "costCenter".')
param costCenter string

@description('The number of minutes between runs over the inbox. The alert on missing runs follows from it.')
@allowed([5, 10, 15, 20, 30, 60])
param ingestEveryMinutes int = 5

@description('The schedule of the nightly computation: NCRONTAB with six fields, at least once a day, as alerts and health expect. Schedules are in UTC on this plan.')
param scoringSchedule string = '0 0 2 * * *'

@description('The rules of each kind of scorecard that is computed: the app setting (such as Rules__Compass) and the file below config/, or several with semicolons between them. None means that no such scorecard is computed.')
param rules object = {}

@description('Any other settings of the app, such as Security__Scopes__0__Claim, Api__AllowedOrigins or Ingest__MaxFileBytes (docs/operations.md). A deployment replaces all settings: what is set by hand does not survive it.')
param settings object = {}

@description('The address of a collector of OpenTelemetry that measurements and traces go to, such as http://collector:4318. Empty: none.')
param telemetryEndpoint string = ''

@description('The number of days without a delivery of a dataset after which an alert is sent; 0 for never.')
@minValue(0)
@maxValue(730)
param staleAfterDays int = 45

@description('The least count of people, households or homes that is shown; what is smaller, and what it could be computed from, is withheld.')
@minValue(1)
@maxValue(1000)
param minCount int = 5

@description('The number of requests per minute that one caller (a signed-in identity, else an address) may make to one instance; 0 for no limit. Behind your own proxy all users share one address.')
@minValue(0)
@maxValue(100000)
param requestsPerMinute int = 0

@description('The number of concurrent requests on one instance before another is started.')
@minValue(1)
@maxValue(1000)
param requestsAtOnce int = 50

@description('E-mail addresses that alerts and budget warnings go to.')
@minLength(1)
param alertEmails string[]

@description('The application (client) id of the Entra app registration that people sign in with. Empty, as for a first deployment: no sign-in, function keys only.')
param signInClientId string = ''

@description('The address of a client secret of that registration in Key Vault. Empty: the identity of the app vouches for it, and there is no secret.')
param signInSecretUri string = ''

@description('The Entra tenant that people sign in from; nobody from another tenant can.')
param signInTenantId string = tenant().tenantId

@description('Application ids of programs that may call with a token of their own, besides people who sign in (infra/README.md, Programs that call).')
param callingApplications string[] = []

@description('Whether storage is reachable only from the virtual network of the app, by private endpoints. Without it any network reaches storage, and roles alone protect it.')
param privateNetwork bool = false

@description('With privateNetwork: the addresses of the network, at least a /25, none of which a peered network has.')
param addressSpace string = '10.40.0.0/24'

@description('With privateNetwork: the ids of private DNS zones that exist elsewhere, by service (blob, queue, table). The network is linked to them, unless dnsServers are named. Empty: zones are made here.')
param dnsZoneIds { blob: string, queue: string, table: string }?

@description('With privateNetwork: the addresses of servers that the network asks for names, such as a resolver in a hub that knows the zones of dnsZoneIds, which must be named too. Empty: those of Azure.')
param dnsServers string[] = []

@description('A domain of your own for the app, such as monitor.example.nl. Empty: the address that Azure gives. Its DNS records must be there first.')
param customDomain string = ''

@description('The most instances that each group of functions (HTTP, and each timer) may scale out to on demand. Below 40 is not accepted in every region.')
@minValue(1)
@maxValue(1000)
param maxInstances int = 40

@description('Memory of an instance in MB.')
@allowed([2048, 4096])
param instanceMemory int = 2048

@description('Instances for HTTP that are always ready, so that nobody waits for a cold start; they are paid for all day.')
@minValue(0)
@maxValue(20)
param warmInstances int = 0

@description('Whether an instance for the runs over the inbox is always ready, so that a run starts on time; it is paid for all day.')
param warmIngest bool = false

@description('Whether the app answers nobody, as after an incident; runs by the clock go on.')
param isClosed bool = false

@description('Whether the app runs in several zones. Azure then keeps at least two instances of each group of functions always ready: six, which are paid for all day. Choose before the first deployment: a later change is refused for the accounts until they are converted. Not every region offers it.')
param zoneRedundant bool = false

@description('The redundancy of the data account: in one zone, in three, or in three and in another region. Choose before the first deployment: Azure refuses a later change until the account is converted.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param dataRedundancy string = environment == 'production' ? 'Standard_ZRS' : 'Standard_LRS'

@description('The monthly cost above which a warning is sent, in the currency of the subscription. 0 makes no budget, as where Azure does not take one yet or any more; one that exists stays as it is (infra/README.md, The budget).')
@minValue(0)
param monthlyBudget int = 50

@description('The first day of the month in which the budget is made, as yyyy-MM-01: that of the first deployment, or of the first one with a monthlyBudget above 0. Choose it once: Azure refuses to change it.')
@minLength(10)
@maxLength(10)
param budgetFrom string

@description('The number of days during which a removed blob can be restored; after that it is gone.')
@minValue(7)
@maxValue(365)
param softDeleteDays int = 30

@description('The size of the data, in GB, above which an alert is sent.')
@minValue(1)
@maxValue(1000000)
param storageGigabytes int = 500

@description('The number of days after which a refused file is removed.')
@minValue(1)
@maxValue(730)
param rejectedDays int = 180

@description('The number of days during which an entry of the audit log or a settled year cannot be removed, once the policy is locked; it can never be overwritten. 0 sets no policy.')
@minValue(0)
@maxValue(146000)
param immutableDays int = environment == 'production' ? 2557 : 0

@description('Whether an administrator locked the policy of this environment: a deployment then leaves it as it is, as Azure refuses to have it set again. An environment that is new has none that is locked.')
param policyIsLocked bool = false

@description('The number of days that logs are kept. Azure keeps the tables of the app itself (App...) for 90 days at least, whatever is said here.')
@minValue(90)
@maxValue(730)
param logDays int = 90

@description('The daily amount of logs, in GB, at which the workspace stops taking more. Azure stops some time after it, and bills what it took. An alert is sent.')
@minValue(1)
@maxValue(100)
param logGigabytesPerDay int = 1

@description('The interval, in seconds, of the outside check of /api/v1/health/ready; 0 for never. Each check is billed.')
@allowed([0, 300, 600, 900])
param outsideCheckSeconds int = 900

// After how long without a run that ended well something is wrong: at least three runs, and in a backlog longer than from the end of one run to that of the next,
// in which it waits for its turn, takes files for Ingest__RunMinutes (20 unless set) and ends the last one. It is a value that Azure takes for the window of an alert.
var runMinutes = int(settings.?Ingest__RunMinutes ?? '20')
var lastFileMinutes = 15
var ingestLateMinutes = first(filter([30, 45, 60, 120, 180], minutes => minutes >= max(3 * ingestEveryMinutes, ingestEveryMinutes + runMinutes + lastFileMinutes)))!

var isProduction = environment == 'production'
var prefix = toLower(organisation)
var place = '${prefix}-${environment}'
var unique = take(uniqueString(resourceGroup().id, prefix, environment), 6)
var tags = {
  workload: 'wijkmonitor'
  environment: environment
  owner: owner
  costCenter: costCenter
  managedBy: 'bicep'
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    place: place
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    place: place
    location: location
    tags: tags
    logDays: logDays
    logGigabytesPerDay: logGigabytesPerDay
    principalId: identity.outputs.principalId
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: {
    place: place
    location: location
    tags: tags
    addressSpace: addressSpace
    dnsServers: empty(dnsServers) || dnsZoneIds != null ? dnsServers : fail('dnsServers need dnsZoneIds: servers of your own do not know zones that are made here.')
  }
}

module data 'modules/data-storage.bicep' = {
  name: 'data-storage'
  params: {
    name: 'stwm${prefix}${unique}data'
    location: location
    tags: tags
    redundancy: dataRedundancy
    isPrivate: privateNetwork
    softDeleteDays: softDeleteDays
    rejectedDays: rejectedDays
    immutableDays: immutableDays
    policyIsLocked: policyIsLocked
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module host 'modules/host-storage.bicep' = {
  name: 'host-storage'
  params: {
    name: 'stwm${prefix}${unique}host'
    location: location
    tags: tags
    redundancy: isProduction || zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
    isPrivate: privateNetwork
    principalId: identity.outputs.principalId
  }
}

module endpoints 'modules/private-endpoints.bicep' = if (privateNetwork) {
  name: 'private-endpoints'
  params: {
    place: place
    unique: unique
    location: location
    tags: tags
    subnetId: privateNetwork ? network!.outputs.endpointSubnetId : ''
    networkId: privateNetwork ? network!.outputs.networkId : ''
    zoneIds: dnsZoneIds ?? {}
    hasDnsServers: !empty(dnsServers)
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
    ingestSchedule: ingestEveryMinutes == 60 ? '0 0 * * * *' : '0 */${ingestEveryMinutes} * * * *'
    ingestLateMinutes: ingestLateMinutes
    scoringSchedule: scoringSchedule
    rules: rules
    settings: settings
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
    signInSecretUri: signInSecretUri
    signInTenantId: signInTenantId
    callingApplications: callingApplications
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    customDomain: customDomain
    maxInstances: maxInstances
    instanceMemory: instanceMemory
    warmInstances: warmInstances
    warmIngest: warmIngest
    isClosed: isClosed
    zoneRedundant: zoneRedundant
  }
  dependsOn: [endpoints] // with privateNetwork the accounts can be reached by their endpoints only
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    place: place
    location: location
    tags: tags
    emails: alertEmails
    workspaceId: monitoring.outputs.workspaceId
    dataAccountId: data.outputs.id
    ingestLateMinutes: ingestLateMinutes
    storageGigabytes: storageGigabytes
    isUrgent: isProduction
  }
}

module outsideCheck 'modules/outside-check.bicep' = if (outsideCheckSeconds > 0) {
  name: 'outside-check'
  params: {
    place: place
    location: location
    tags: tags
    address: app.outputs.address
    insightsId: monitoring.outputs.insightsId
    everySeconds: outsideCheckSeconds
    actionGroupId: alerts.outputs.actionGroupId
    isUrgent: isProduction
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
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

@description('Whether the app answers nobody: no package and no smoke test reaches it then.')
output isClosed bool = isClosed

@description('The storage account that data teams deliver to.')
output dataAccount string = data.outputs.name

@description('The address that a CNAME of your own domain points to.')
output defaultHostName string = app.outputs.defaultHostName

@description('The value of the TXT record asuid.<domain> for a domain of your own.')
output domainVerificationId string = app.outputs.domainVerificationId
