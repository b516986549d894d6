// Where the sign-ins of the whole tenant are kept: apart from the log of the monitor, in a resource group in which no identity that deploys has a role. Deploy it
// before sign-ins.bicep, by itself. See infra/README.md.
targetScope = 'resourceGroup'

@description('The word for the organisation, as in main.bicep.')
@minLength(2)
@maxLength(8)
param organisation string

@description('The region.')
param location string = resourceGroup().location

@description('Who is answerable for it, for the tag "owner".')
param owner string

@description('Where its costs are booked, for the tag "costCenter".')
param costCenter string

@description('For how many days sign-ins are kept: for so long it can be found who had signed in to the monitor before an entry of the audit log, and for so long it is known when everybody of the tenant signed in.')
@minValue(30)
@maxValue(730)
param signInDays int = 365

@description('How much it takes in a day before it stops, in GB. A sign-in after that is not kept.')
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
