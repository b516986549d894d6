// A data team writes and reads in the folders of its datasets in inbox, reads in those of rejected and pending, and sees nothing else.
// https://learn.microsoft.com/azure/storage/blobs/storage-auth-abac-examples

@description('The account with the data.')
param dataAccount string

@description('The group of the team in Entra.')
param groupId string

@description('The datasets that it delivers: the folders of inbox.')
@minLength(1)
param datasets string[]

@description('The role of data teams, as a resource.')
param deliveringRoleId string

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var blobDataReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var containerNames = ['inbox', 'rejected', 'pending']

// A blob that is read, written or deleted is in one of the folders; a list is requested with the name of one of them as prefix.
var blob = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs'
var inFolders = join(map(datasets, dataset => '@Resource[${blob}:path] StringLike \'${dataset}/*\''), ' OR ')
var listsFolders = join(map(datasets, dataset => '@Request[${blob}:prefix] StringStartsWith \'${dataset}/\''), ' OR ')
var isNoBlob = '!(ActionMatches{\'${blob}/read\'} AND NOT SubOperationMatches{\'Blob.List\'}) AND !(ActionMatches{\'${blob}/write\'}) AND !(ActionMatches{\'${blob}/add/action\'}) AND !(ActionMatches{\'${blob}/delete\'}) AND !(ActionMatches{\'${blob}/move/action\'})'
var isNoList = '!(ActionMatches{\'${blob}/read\'} AND SubOperationMatches{\'Blob.List\'})'
var condition = '((${isNoBlob}) OR (${inFolders})) AND ((${isNoList}) OR (${listsFolders}))'

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' existing = [
  for container in containerNames: {
    name: '${dataAccount}/default/${container}'
  }
]

resource may 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in containerNames: {
    name: guid(dataAccount, container, groupId)
    scope: containers[i]
    properties: {
      principalId: groupId
      principalType: 'Group'
      roleDefinitionId: container == 'inbox' ? deliveringRoleId : subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataReader)
      condition: condition
      conditionVersion: '2.0'
    }
  }
]
