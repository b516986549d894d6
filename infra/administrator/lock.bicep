// The account with the data cannot be deleted, nor the tables and containers in it by way of Azure's management; what is in them the app may still change.
// To remove a lock takes Owner or User Access Administrator, which the identity that deploys is not.

@description('The account with the data.')
param dataAccount string

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: dataAccount
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-the-data'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'The archive is the source of all figures.'
  }
}
