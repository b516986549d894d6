// Lets the app's network find names in a private DNS zone that somebody else keeps: without the link they lead to the public addresses, which are closed.

@description('The name of the link.')
param name string

@description('The tags of every resource.')
param tags object

@description('The zone, such as privatelink.blob.core.windows.net.')
param zone string

@description('The network.')
param networkId string

resource existingZone 'Microsoft.Network/privateDnsZones@2020-06-01' existing = {
  name: zone
}

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = {
  parent: existingZone
  name: name
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: networkId
    }
  }
}
