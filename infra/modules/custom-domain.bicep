// A domain of your own with a certificate that Azure renews. Before this: a CNAME to the app's address and a TXT record asuid.<domain>.

@description('The name of the function app.')
param appName string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The domain, such as monitor.example.nl.')
param domain string

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

// The domain must be bound before it can have a certificate, and bound again with it: that second time is a module of its own. The first time is for a
// domain that is not bound yet: to do it again would take TLS off until the second.
@onlyIfNotExists()
resource binding 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = {
  parent: app
  name: domain
  properties: {
    hostNameType: 'Verified'
    siteName: appName
  }
}

// Flex Consumption has certificates of the app itself, and cannot bind those of the plan (Microsoft.Web/certificates).
resource certificate 'Microsoft.Web/sites/certificates@2024-11-01' = {
  parent: app
  name: 'cert-${domain}'
  location: location
  tags: tags
  properties: {
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
