// The function app on Flex Consumption, with its settings and its sign-in.

@description('Organisation and environment, for names.')
param place string

@description('What makes the name of the app its own in the world.')
param unique string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('When the inbox is looked at.')
param ingestSchedule string

@description('When everything is computed anew.')
param scoringSchedule string

@description('The rules of each kind of scorecard: app setting and file.')
param rules object

@description('The limits of taking files in that differ from their defaults.')
param limits object

@description('After how many days without a delivery of a dataset somebody is told; 0 for never.')
param staleAfterDays int

@description('The least count of people, households or homes that is shown; what is smaller, and what it could be computed from, is withheld.')
@minValue(1)
@maxValue(1000)
param minCount int

@description('How many requests one caller may make in a minute to one instance; 0 for no limit.')
param requestsPerMinute int

@description('How many requests one instance handles at once before another is started.')
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

@description('The workspace that the log of requests goes to.')
param workspaceId string

@description('The app registration that people sign in with; empty for none.')
param signInClientId string

@description('The tenant that people sign in from.')
param signInTenantId string

@description('The subnet that the app runs in; empty for none.')
param subnetId string

@description('A domain of your own; empty for none.')
param customDomain string

@description('The most instances.')
param mostInstances int

@description('Memory of an instance in MB.')
param instanceMemory int

@description('Instances for HTTP that are kept warm.')
param warmInstances int

// Where the sign-in's secret would be named: the app's identity vouches for it, so that there is no secret.
var assertion = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'

// What the monitor itself reads.
var monitorSettings = {
  DataStorage__blobServiceUri: dataBlobEndpoint
  DataStorage__tableServiceUri: dataTableEndpoint
  IngestSchedule: ingestSchedule
  ScoringSchedule: scoringSchedule
  Freshness__StaleAfterDays: string(staleAfterDays)
  Disclosure__MinCount: string(minCount)
  RateLimit__RequestsPerMinute: string(requestsPerMinute)
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
  '${assertion}': identityClientId
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
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
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
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
    httpsOnly: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
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
        maximumInstanceCount: mostInstances
        instanceMemoryMB: instanceMemory
        triggers: {
          http: {
            perInstanceConcurrency: requestsAtOnce
          }
        }
        alwaysReady: warmInstances == 0 ? [] : [
          { name: 'http', instanceCount: warmInstances }
        ]
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(monitorSettings, rules, limits, platformSettings, telemetrySettings, signInSettings)
}

// Publishing by name and password is off: only who has a role deploys.
resource basicPublishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [
  for kind in ['ftp', 'scm']: {
    parent: app
    name: kind
    properties: {
      allow: false
    }
  }
]

// Public figures need no sign-in: who may see what, the monitor itself decides from who signed in.
resource signIn 'Microsoft.Web/sites/config@2024-04-01' = if (!empty(signInClientId)) {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
    }
    globalValidation: {
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: signInClientId
          clientSecretSettingName: assertion
          openIdIssuer: '${az.environment().authentication.loginEndpoint}${signInTenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [signInClientId, 'api://${signInClientId}']
        }
      }
    }
    login: {
      tokenStore: {
        enabled: false
      }
    }
  }
  dependsOn: [settings]
}

var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource mayPublishMetrics 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identityId, monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: appIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

resource appIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: last(split(identityId, '/'))
}

resource requestLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
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
    planId: plan.id
    location: location
    tags: tags
    domain: customDomain
  }
}

@description('The app as a resource.')
output id string = app.id

@description('The name of the app.')
output name string = app.name

@description('The address of the app.')
output address string = 'https://${empty(customDomain) ? app.properties.defaultHostName : customDomain}'

@description('The package that fits the settings: "app" for host keys, "app-sign-in" for App Service Authentication.')
output package string = empty(signInClientId) ? 'app' : 'app-sign-in'
