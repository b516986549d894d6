// The virtual network: one subnet that the app runs in, one for the private endpoints of storage.

@description('Organisation and environment, for names.')
param place string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The addresses of the network: at least a /25, and none that a peered network has.')
param addressSpace string

@description('Servers that the network asks for names; none for those of Azure.')
param dnsServers string[]

resource guard 'Microsoft.Network/networkSecurityGroups@2024-01-01' = {
  name: 'nsg-wijkmonitor-${place}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'deny-inbound-from-internet'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource vnet 'Microsoft.Network/virtualNetworks@2024-01-01' = {
  name: 'vnet-wijkmonitor-${place}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [addressSpace]
    }
    dhcpOptions: {
      dnsServers: dnsServers
    }
  }
}

resource appSubnet 'Microsoft.Network/virtualNetworks/subnets@2024-01-01' = {
  parent: vnet
  name: 'snet-app'
  properties: {
    addressPrefix: cidrSubnet(addressSpace, 26, 0)
    networkSecurityGroup: {
      id: guard.id
    }
    delegations: [
      {
        name: 'functions'
        properties: {
          serviceName: 'Microsoft.App/environments'
        }
      }
    ]
  }
}

resource endpointSubnet 'Microsoft.Network/virtualNetworks/subnets@2024-01-01' = {
  parent: vnet
  name: 'snet-endpoints'
  properties: {
    addressPrefix: cidrSubnet(addressSpace, 27, 2)
    privateEndpointNetworkPolicies: 'Disabled'
    networkSecurityGroup: {
      id: guard.id
    }
  }
  dependsOn: [appSubnet]
}

@description('The network.')
output networkId string = vnet.id

@description('The subnet that the app runs in.')
output appSubnetId string = appSubnet.id

@description('The subnet of the private endpoints.')
output endpointSubnetId string = endpointSubnet.id
