// The account that holds what is delivered and what is computed from it.

@description('The name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The redundancy of the account.')
param redundancy string

@description('Whether the account is reachable by private endpoint only.')
param isPrivate bool

@description('The number of days during which a removed blob can be restored.')
param softDeleteDays int

@description('The identity of the app.')
param principalId string

@description('The workspace that the log of accesses goes to.')
param workspaceId string

@description('The number of days during which an entry of the audit log or a settled year cannot be removed; it can never be overwritten. 0 sets no policy. Until an administrator locks the policy, entries can be removed, and anybody who deploys can shorten the policy.')
param immutableDays int

@description('Whether the policy was locked: it is left as it is then, as Azure refuses to have it set again.')
param policyIsLocked bool

@description('The number of days after which a refused file is removed.')
param rejectedDays int

// What the app makes of blobs; it makes them itself where they are absent, but may not make an account.
var containers = ['inbox', 'archive', 'rejected', 'pending', 'locks', 'config']

// What is written once and never changed: a policy on the container refuses to overwrite a blob and, once locked, to remove it. A policy on versions would not:
// with it a write makes a new current version. https://learn.microsoft.com/azure/storage/blobs/immutable-container-level-worm-policies
var immutableContainers = ['audit', 'settlements']

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    allowedCopyScope: 'AAD'
    isLocalUserEnabled: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: {
      enabled: true // object replication to another account needs it
      retentionInDays: 90
    }
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
      allowPermanentDelete: true // so that erasing need not wait for softDeleteDays; it takes the role Storage Blob Data Owner, which the app lacks
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource writtenOnce 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [
  for container in immutableContainers: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = [
  for (container, i) in immutableContainers: if (immutableDays > 0 && !policyIsLocked) {
    parent: writtenOnce[i]
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: immutableDays
      allowProtectedAppendWrites: false
    }
  }
]

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

// The archive is the source of all figures: it is never thinned out, only made cheaper. Refused files go after a while. Elsewhere a removed file
// remains as an earlier version: the last rule removes that within two days, after which it can be brought back for softDeleteDays and is then gone.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'archive-to-cool'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['archive/']
            }
            actions: {
              baseBlob: {
                tierToCool: {
                  daysAfterModificationGreaterThan: 90
                }
              }
            }
          }
        }
        {
          name: 'refused-files-go'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['rejected/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: rejectedDays
                }
              }
            }
          }
        }
        {
          name: 'what-was-removed-goes'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['inbox/', 'rejected/', 'pending/', 'locks/']
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: 1
                }
              }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource mayUseBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, blobDataContributor)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
  }
}

resource mayUseTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, tableDataContributor)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}

resource blobLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource tableLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: tables
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

@description('The account as a resource.')
output id string = account.id

@description('The name of the account.')
output name string = account.name

@description('The address of its blobs.')
output blobEndpoint string = account.properties.primaryEndpoints.blob

@description('The address of its tables.')
output tableEndpoint string = account.properties.primaryEndpoints.table
