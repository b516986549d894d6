// A domain of your own with a certificate that Azure renews. Before this: a CNAME to the app's address and a TXT record asuid.<domain>.

@description('The name of the function app.')
param appName string

@description('The plan of the function app.')
param planId string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The domain, such as monitor.example.nl.')
param domain string

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

// The domain must be bound before it can have a certificate, and bound again with it: that second time is a module of its own.
resource binding 'Microsoft.Web/sites/hostNameBindings@2024-04-01' = {
  parent: app
  name: domain
  properties: {
    hostNameType: 'Verified'
    siteName: appName
  }
}

resource certificate 'Microsoft.Web/certificates@2024-04-01' = {
  name: 'cert-${domain}'
  location: location
  tags: tags
  properties: {
    serverFarmId: planId
    canonicalName: domain
  }
  dependsOn: [binding]
}

module secured 'custom-domain-tls.bicep' = {
  name: 'custom-domain-tls'
  params: {
    appName: appName
    domain: domain
    thumbprint: certificate.properties.thumbprint
  }
}
