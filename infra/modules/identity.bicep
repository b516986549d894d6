// The identity that the app has towards storage and monitoring. It outlives the app, so its roles need not be given again.

@description('Organisation and environment, for names.')
param place string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-wijkmonitor-${place}'
  location: location
  tags: tags
}

@description('The identity as a resource.')
output id string = identity.id

@description('The identity as roles name it.')
output principalId string = identity.properties.principalId

@description('The identity as the app names it.')
output clientId string = identity.properties.clientId
