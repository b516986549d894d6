// The identity that GitHub deploys with, without a secret. It may change what is in the resource group, and give the app's identity the five roles that
// the templates give; it may give nobody any other.

@description('Organisation and environment, for names.')
param place string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The repository that deploys, as owner/name.')
param repository string

@description('The environment on GitHub that it deploys to: only a job of that environment can sign in.')
param environment string

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c'
var accessAdministrator = 'f58310d9-a9f6-439a-9e8d-f62e7b41a168' // Role Based Access Control Administrator

// What main.bicep gives: Storage Blob Data Contributor and Owner, Queue and Table Data Contributor, Monitoring Metrics Publisher.
var grantable = [
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  '3913510d-42f4-4e42-8a64-420c390055eb'
]

// https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-examples
var assignments = 'Microsoft.Authorization/roleAssignments'
var list = join(grantable, ', ')
var mayAdd = '@Request[${assignments}:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${list}} AND @Request[${assignments}:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {\'ServicePrincipal\'}'
var mayRemove = '@Resource[${assignments}:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${list}} AND @Resource[${assignments}:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {\'ServicePrincipal\'}'
var condition = '((!(ActionMatches{\'${assignments}/write\'})) OR (${mayAdd})) AND ((!(ActionMatches{\'${assignments}/delete\'})) OR (${mayRemove}))'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-wijkmonitor-deploy-${place}'
  location: location
  tags: tags
}

resource github 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: identity
  name: 'github'
  properties: {
    issuer: 'https://token.actions.githubusercontent.com'
    subject: 'repo:${repository}:environment:${environment}'
    audiences: ['api://AzureADTokenExchange']
  }
}

resource mayChange 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, identity.id, contributor)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
  }
}

resource mayGive 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, identity.id, accessAdministrator)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', accessAdministrator)
    condition: condition
    conditionVersion: '2.0'
  }
}

@description('The application id of the identity.')
output clientId string = identity.properties.clientId
