// What an administrator sets once, with rights that the repeated deployment of main.bicep does not have: who deploys, which data teams deliver, and what nobody
// deletes. Deploy it after main.bicep, and again when a data team comes. One that goes keeps its role until it is taken away by hand: infra/README.md says how.
targetScope = 'resourceGroup'

@description('The environment, as in main.bicep.')
@allowed(['test', 'acceptance', 'production'])
param environment string

@description('The word for the organisation, as in main.bicep.')
@minLength(2)
@maxLength(8)
param organisation string

@description('The region.')
param location string = resourceGroup().location

@description('The owner of this monitor, for the tag "owner".')
param owner string

@description('The cost center, for the tag "costCenter".')
param costCenter string

@description('The account with the data: the output dataAccount of main.bicep.')
param dataAccount string

@description('The prefix of the subject in the tokens that GitHub issues for the deploying repository: the sub_claim_prefix of its OIDC configuration, such as repo:owner/name or repo:owner@123/name@456. Empty: nothing deploys from GitHub.')
param subjectPrefix string = ''

@description('The resource group of the identities that deploy, which must be there and be another one: they could let others sign in as themselves where they have a role. One for each environment.')
param deployersGroup string = '${resourceGroup().name}-deployers'

@description('The data teams: the object id of a group in Entra, and the datasets that it delivers.')
param dataTeams { groupId: string, datasets: string[] }[] = []

var place = '${toLower(organisation)}-${environment}'
var tags = {
  workload: 'wijkmonitor'
  environment: environment
  owner: owner
  costCenter: costCenter
  managedBy: 'bicep'
}

module deployer 'administrator/deployer.bicep' = if (!empty(subjectPrefix)) {
  name: 'deployer-${place}'
  scope: resourceGroup(deployersGroup)
  params: {
    place: place
    location: location
    tags: tags
    subjectPrefix: subjectPrefix
    environment: environment
  }
}

module deployerRoles 'administrator/deployer-roles.bicep' = if (!empty(subjectPrefix)) {
  name: 'deployer-roles'
  params: {
    deployerId: deployer!.outputs.deployerId
    plannerId: deployer!.outputs.plannerId
  }
}

module deliveringRole 'administrator/delivering-role.bicep' = if (!empty(dataTeams)) {
  name: 'delivering-role'
}

module teams 'administrator/data-team.bicep' = [
  for (team, i) in dataTeams: {
    name: 'data-team-${i}'
    params: {
      dataAccount: dataAccount
      groupId: team.groupId
      datasets: team.datasets
      deliveringRoleId: deliveringRole!.outputs.id
    }
  }
]

module lock 'administrator/lock.bicep' = {
  name: 'lock'
  params: {
    dataAccount: dataAccount
  }
}

@description('The variable AZURE_CLIENT_ID of the environment on GitHub.')
output deployerClientId string = empty(subjectPrefix) ? '' : deployer!.outputs.deployerClientId

@description('The variable AZURE_CLIENT_ID of the environment <environment>-plan on GitHub.')
output plannerClientId string = empty(subjectPrefix) ? '' : deployer!.outputs.plannerClientId
