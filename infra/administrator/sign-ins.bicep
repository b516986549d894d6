// Keeps who signed in to Entra in the workspace.
targetScope = 'tenant'

@description('The name of the setting.')
param name string

@description('The workspace that it goes to.')
param workspaceId string

resource signIns 'microsoft.aadiam/diagnosticSettings@2017-04-01' = {
  name: name
  scope: tenant()
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'SignInLogs', enabled: true }
      { category: 'NonInteractiveUserSignInLogs', enabled: true }
    ]
  }
}
