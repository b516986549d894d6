// The function app on Flex Consumption, with its settings and its sign-in.

@description('Organisation and environment, for names.')
param place string

@description('The suffix that makes the name of the app unique.')
param unique string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The schedule of the runs over the inbox.')
param ingestSchedule string

@description('The number of minutes without a successful run over the inbox after which the app is not ready.')
param ingestLateMinutes int

@description('The schedule of the nightly computation.')
param scoringSchedule string

@description('The rules of each kind of scorecard: app setting and file.')
param rules object

@description('Any other settings of the monitor.')
param settings object

@description('The number of days without a delivery of a dataset after which it is reported; 0 for never.')
param staleAfterDays int

@description('The least count of people, households or homes that is shown; what is smaller, and what it could be computed from, is withheld.')
@minValue(1)
@maxValue(1000)
param minCount int

@description('The number of requests per minute that one caller may make to one instance; 0 for no limit.')
param requestsPerMinute int

@description('The number of concurrent requests on one instance before another is started.')
param requestsAtOnce int

@description('The address of a collector of OpenTelemetry; empty for none.')
param telemetryEndpoint string

@description('The identity of the app as a resource.')
param identityId string

@description('The identity of the app as it names itself.')
param identityClientId string

@description('The address of the blobs with the data.')
param dataBlobEndpoint string

@description('The address of the tables with the data.')
param dataTableEndpoint string

@description('The name of the account of the host.')
param hostAccount string

@description('The address of the container that the package is deployed from.')
param packageContainer string

@description('The name of Application Insights.')
param insightsName string

@description('The workspace that the metrics of the app go to.')
param workspaceId string

@description('The app registration that people sign in with; empty for none.')
param signInClientId string

@description('The address of its client secret in Key Vault; empty where the identity of the app vouches for it.')
param signInSecretUri string

@description('The tenant that people sign in from.')
param signInTenantId string

@description('Programs that may call with a token of their own.')
param callingApplications string[]

@description('The subnet that the app runs in; empty for none.')
param subnetId string

@description('A domain of your own; empty for none.')
param customDomain string

@description('The most instances of each group of functions.')
param maxInstances int

@description('Memory of an instance in MB.')
param instanceMemory int

@description('Instances for HTTP that are always ready.')
param warmInstances int

@description('Whether an instance for the runs over the inbox is always ready.')
param warmIngest bool

@description('Whether the app answers nobody.')
param isClosed bool

@description('Whether the app runs in several zones.')
param zoneRedundant bool

// Where the sign-in's secret would be named: the app's identity vouches for it, so that there is no secret, unless one in Key Vault is named.
var credential = empty(signInSecretUri)
  ? { name: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID', value: identityClientId }
  : { name: 'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET', value: '@Microsoft.KeyVault(SecretUri=${signInSecretUri})' }

// What the monitor itself reads, where an environment says nothing else.
var monitorSettings = {
  ScoringSchedule: scoringSchedule
  Freshness__StaleAfterDays: string(staleAfterDays)
  Disclosure__MinCount: string(minCount)
  RateLimit__RequestsPerMinute: string(requestsPerMinute)
}

// What follows from the rest of the deployment: another mode of security than that of the package would let nobody in, or everybody, and another schedule
// than that of the alerts would set them off for good.
var derivedSettings = {
  IngestSchedule: ingestSchedule
  Health__IngestMinutes: string(ingestLateMinutes)
  DataStorage__blobServiceUri: dataBlobEndpoint
  DataStorage__tableServiceUri: dataTableEndpoint
  Security__Mode: empty(signInClientId) ? 'keys' : 'platform'
}

// What the host and the platform's libraries read.
var platformSettings = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  AZURE_CLIENT_ID: identityClientId
  AzureWebJobsDisableHomepage: 'true'
  AzureWebJobsStorage__accountName: hostAccount
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
}

// The standard settings of OpenTelemetry: the worker reads them, and the host.
var telemetrySettings = empty(telemetryEndpoint) ? {} : {
  OTEL_EXPORTER_OTLP_ENDPOINT: telemetryEndpoint
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf'
}

var signInSettings = empty(signInClientId) ? {} : {
  '${credential.name}': credential.value
  WEBSITE_AUTH_AAD_ALLOWED_TENANTS: signInTenantId
}

// What an environment chooses comes over the monitor's own settings, and never over those that follow or are the platform's.
var allSettings = union(monitorSettings, rules, settings, derivedSettings, platformSettings, telemetrySettings, signInSettings)

// In several zones Azure asks for at least two instances of each group: https://learn.microsoft.com/azure/reliability/reliability-functions
var leastReady = zoneRedundant ? 2 : 0
// Azure keeps the names of groups in lower case, whatever is sent: with capitals every plan would show a change. https://github.com/Azure/azure-rest-api-specs/issues/33095
var alwaysReady = filter([
  { name: 'http', instanceCount: max(warmInstances, leastReady) }
  { name: 'function:ingest', instanceCount: max(warmIngest ? 1 : 0, leastReady) }
  { name: 'function:score', instanceCount: leastReady }
], group => group.instanceCount > 0)

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'asp-wijkmonitor-${place}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: 'func-wijkmonitor-${place}-${unique}'
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    // Without it the app can never have a certificate for a domain of its own: it cannot be set later. The compiler's types do not have it yet.
    #disable-next-line BCP037
    siteScopedCertificatesEnabled: true
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: isClosed ? 'Disabled' : 'Enabled'
    keyVaultReferenceIdentity: empty(signInSecretUri) ? null : identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      appSettings: map(items(allSettings), setting => { name: setting.key, value: setting.value })
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maxInstances
        instanceMemoryMB: instanceMemory
        triggers: {
          http: {
            perInstanceConcurrency: requestsAtOnce
          }
        }
        alwaysReady: alwaysReady
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }
}

// Publishing by name and password is off: only who has a role deploys. This and what follows is written one after the other: a site refuses a change while
// another one is being made (409).
resource ftpPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource scmPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
  dependsOn: [ftpPublishing]
}

// Public figures need no sign-in: who may see what, the monitor itself decides from who signed in. Where there is no sign-in, one of an earlier
// deployment is taken off: it would stay otherwise.
resource signIn 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: !empty(signInClientId)
      runtimeVersion: '~1'
    }
    globalValidation: {
      unauthenticatedClientAction: 'AllowAnonymous'
      redirectToProvider: 'azureactivedirectory'
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: empty(signInClientId) ? {} : {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: signInClientId
          clientSecretSettingName: credential.name
          openIdIssuer: '${az.environment().authentication.loginEndpoint}${signInTenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [signInClientId, 'api://${signInClientId}']
          defaultAuthorizationPolicy: {
            allowedApplications: union([signInClientId], callingApplications)
          }
        }
      }
    }
    login: {
      cookieExpiration: {
        convention: 'FixedTime'
        timeToExpiration: '08:00:00' // who decided had signed in within so long: docs/operations.md, Audit log
      }
      tokenStore: {
        enabled: false
      }
    }
  }
  dependsOn: [scmPublishing]
}

resource metrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    metrics: [
      { category: 'AllMetrics', enabled: true }
    ]
  }
}

module domain 'custom-domain.bicep' = if (!empty(customDomain)) {
  name: 'custom-domain'
  params: {
    appName: app.name
    location: location
    tags: tags
    domain: customDomain
  }
  dependsOn: [signIn]
}

@description('The app as a resource.')
output id string = app.id

@description('The name of the app.')
output name string = app.name

@description('The address of the app.')
output address string = 'https://${empty(customDomain) ? app.properties.defaultHostName : customDomain}'

@description('The package that fits the settings: "app" for host keys, "app-sign-in" for App Service Authentication.')
output package string = empty(signInClientId) ? 'app' : 'app-sign-in'

@description('The address that Azure gives, for a CNAME of your own domain.')
output defaultHostName string = app.properties.defaultHostName

@description('The value of the TXT record asuid.<domain>.')
output domainVerificationId string = app.properties.customDomainVerificationId
