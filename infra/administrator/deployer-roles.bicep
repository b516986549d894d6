// What the identities that GitHub deploys with may do in this resource group. A module of its own, so that a role's name follows from who has it: an identity
// that was made again is another, and a role of the same name cannot be given to it.

@description('The identity that deploys.')
param deployerId string

@description('The identity that says what would change.')
param plannerId string

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
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

resource mayChange 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, deployerId, contributor)
  properties: {
    principalId: deployerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
  }
}

resource mayGiveRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, deployerId, accessAdministrator)
  properties: {
    principalId: deployerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', accessAdministrator)
    condition: condition
    conditionVersion: '2.0'
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, plannerId, reader)
  properties: {
    principalId: plannerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', reader)
  }
}

resource asking 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'what-if')
  properties: {
    roleName: 'Wijkmonitor what-if (${resourceGroup().name})'
    description: 'Asks what a deployment would change, and changes nothing.'
    type: 'customRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: ['Microsoft.Resources/deployments/whatIf/action', 'Microsoft.Resources/deployments/validate/action']
        notActions: []
      }
    ]
  }
}

resource mayAsk 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, plannerId, 'what-if')
  properties: {
    principalId: plannerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: asking.id
  }
}
