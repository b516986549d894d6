// A second private endpoint of the blobs of a data account, in the network of another environment: what copies between two accounts that are closed to the internet
// takes one network with an endpoint of each (docs/operations.md, Copy between accounts). Deploy it for as long as the copy takes, and remove the endpoint.
targetScope = 'resourceGroup'

@description('The environment whose network it is made in, as in main.bicep.')
@allowed(['test', 'acceptance', 'production'])
param environment string

@description('The word for the organisation, as in main.bicep.')
@minLength(2)
@maxLength(8)
param organisation string

@description('The region of that network.')
param location string = resourceGroup().location

@description('The owner of this monitor, for the tag "owner".')
param owner string

@description('The cost center, for the tag "costCenter".')
param costCenter string

@description('The id of the account that is copied from.')
param accountId string

var place = '${toLower(organisation)}-${environment}'

resource vnet 'Microsoft.Network/virtualNetworks@2024-01-01' existing = {
  name: 'vnet-wijkmonitor-${place}'

  resource endpointSubnet 'subnets' existing = {
    name: 'snet-endpoints'
  }
}

// It has no record in a zone of names: a zone that two environments share has one record for an account, which leads the old app to its storage.
resource endpoint 'Microsoft.Network/privateEndpoints@2024-01-01' = {
  name: 'pep-copy-${place}'
  location: location
  tags: {
    workload: 'wijkmonitor'
    environment: environment
    owner: owner
    costCenter: costCenter
    managedBy: 'bicep'
  }
  properties: {
    subnet: {
      id: vnet::endpointSubnet.id
    }
    privateLinkServiceConnections: [
      {
        name: 'copy-blob'
        properties: {
          privateLinkServiceId: accountId
          groupIds: ['blob']
        }
      }
    ]
  }
}

@description('The line for the file of names (/etc/hosts) of the machine that copies.')
output hostsLine string = '${endpoint.properties.customDnsConfigs[0].ipAddresses[0]} ${endpoint.properties.customDnsConfigs[0].fqdn}'
