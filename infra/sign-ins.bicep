// Sends who signed in to Entra to a workspace of its own, which says who had signed in to the monitor before an entry of the audit log. It belongs to the whole tenant and not to a resource group,
// so it is deployed by itself, once, by an identity that may deploy at the root of the tenant. See infra/README.md.
targetScope = 'tenant'

@description('The name of the setting, such as wijkmonitor-sign-ins. A tenant has at most five settings.')
param name string

@description('The id of the workspace that the sign-ins go to: of sign-ins-workspace.bicep, and never that of the monitor, which deploying identities can read.')
param workspaceId string

// Of people who sign in, of their sessions that are renewed, and of programs that call with a token of their own: by a registration, or by a managed identity.
resource signIns 'microsoft.aadiam/diagnosticSettings@2017-04-01' = {
  name: name
  scope: tenant()
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'SignInLogs', enabled: true }
      { category: 'NonInteractiveUserSignInLogs', enabled: true }
      { category: 'ServicePrincipalSignInLogs', enabled: true }
      { category: 'ManagedIdentitySignInLogs', enabled: true }
    ]
  }
}
