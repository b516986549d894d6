// Binds the certificate to the domain.

@description('The name of the function app.')
param appName string

@description('The domain.')
param domain string

@description('The thumbprint of its certificate.')
param thumbprint string

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = {
  parent: app
  name: domain
  properties: {
    hostNameType: 'Verified'
    siteName: appName
    sslState: 'SniEnabled'
    thumbprint: thumbprint
  }
}
