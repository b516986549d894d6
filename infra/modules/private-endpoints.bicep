// Private endpoints of the storage accounts and the names that they are found by.

@description('Organisation and environment, for names.')
param place string

@description('The suffix that distinguishes this environment from others of the same organisation, which share zones elsewhere.')
param unique string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The subnet of the endpoints.')
param subnetId string

@description('The network whose names lead to the endpoints.')
param networkId string

@description('The accounts: each with a name and an id.')
param accounts array

@description('Private DNS zones that exist elsewhere, by service (blob, queue, table) and id. Empty: zones are made here.')
param zoneIds object

@description('Whether the network asks servers of its own for names: those know the zones then.')
param hasDnsServers bool

var linkName = 'wijkmonitor-${place}-${unique}'
var makesZones = empty(zoneIds)
var services = ['blob', 'queue', 'table']
var zonesElsewhere = makesZones || hasDnsServers ? [] : map(services, service => split(zoneIds[service], '/'))
var pairs = flatten(map(accounts, account => map(services, service => { account: account, service: service })))

resource zones 'Microsoft.Network/privateDnsZones@2020-06-01' = [
  for service in services: if (makesZones) {
    name: 'privatelink.${service}.${az.environment().suffixes.storage}'
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [
  for (service, i) in services: if (makesZones) {
    parent: zones[i]
    name: linkName
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: networkId
      }
    }
  }
]

// A zone that exists elsewhere may be in another group or subscription, and must be linked there.
module linksElsewhere 'zone-link.bicep' = [
  for zone in zonesElsewhere: {
    name: 'zone-link-${unique}-${last(zone)}'
    scope: resourceGroup(zone[2], zone[4])
    params: {
      name: linkName
      tags: tags
      zone: last(zone)!
      networkId: networkId
    }
  }
]

// One after the other: an account takes no second endpoint while one is being made (StorageAccountOperationInProgress).
@batchSize(1)
resource endpoints 'Microsoft.Network/privateEndpoints@2024-01-01' = [
  for pair in pairs: {
    name: 'pep-${pair.account.name}-${pair.service}-${place}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: subnetId
      }
      privateLinkServiceConnections: [
        {
          name: '${pair.account.name}-${pair.service}'
          properties: {
            privateLinkServiceId: pair.account.id
            groupIds: [pair.service]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-01-01' = [
  for (pair, i) in pairs: {
    parent: endpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: pair.service
          properties: {
            privateDnsZoneId: makesZones ? zones[indexOf(services, pair.service)].id : zoneIds[pair.service]
          }
        }
      ]
    }
    // An account can be reached once its name leads to the endpoint: what waits for this module waits for the names too.
    dependsOn: [links, linksElsewhere]
  }
]
