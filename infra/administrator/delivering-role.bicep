// The role of a data team in inbox: files, and nothing else. Storage Blob Data Contributor may also remove the container itself, which no condition on paths
// prevents: conditions are about files. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage

resource delivering 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'delivering')
  properties: {
    roleName: 'Wijkmonitor data team (${resourceGroup().name})'
    description: 'Reads, writes and removes files in a container, and not the container.'
    type: 'customRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'
        ]
        notDataActions: []
      }
    ]
  }
}

@description('The role as a resource.')
output id string = delivering.id
