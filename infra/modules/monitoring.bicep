// Logs, metrics and traces: a workspace and the Application Insights on it.

@description('Organisation and environment, for names.')
param place string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('How long logs are kept, in days.')
param logDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-wijkmonitor-${place}'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logDays
    features: {
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-wijkmonitor-${place}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

@description('The workspace that all logs go to.')
output workspaceId string = workspace.id

@description('Application Insights.')
output insightsId string = insights.id

@description('The name of Application Insights.')
output insightsName string = insights.name
