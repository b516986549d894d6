// Where the sign-ins of the whole tenant are kept: apart from the log of the monitor, in a resource group in which no identity that deploys has a role. Deploy it
// before sign-ins.bicep, by itself. See infra/README.md.
targetScope = 'resourceGroup'

@description('The word for the organisation, as in main.bicep.')
@minLength(2)
@maxLength(8)
param organisation string

@description('The region.')
param location string = resourceGroup().location

@description('The owner, for the tag "owner".')
param owner string

@description('The cost center, for the tag "costCenter".')
param costCenter string

@description('The number of days that sign-ins are kept: the period in which the sign-ins before an entry of the audit log can be found, and in which the sign-ins of everybody in the tenant are known.')
@minValue(30)
@maxValue(730)
param signInDays int = 365

@description('The daily limit of the workspace, in GB. Later sign-ins of that day are not kept.')
@minValue(1)
@maxValue(100)
param signInGigabytesPerDay int = 5

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-wijkmonitor-${toLower(organisation)}-sign-ins'
  location: location
  tags: {
    workload: 'wijkmonitor'
    environment: 'tenant'
    owner: owner
    costCenter: costCenter
    managedBy: 'bicep'
  }
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: signInDays
    workspaceCapping: {
      dailyQuotaGb: signInGigabytesPerDay
    }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: false // only who has a role on the workspace reads it
    }
  }
}

@description('The id of the workspace, for sign-ins.bicep.')
output workspaceId string = workspace.id
