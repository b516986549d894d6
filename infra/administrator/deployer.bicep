// The identities that GitHub deploys with, without a secret: one that may only say what would change, and one that may change it. They are in a group in which
// neither has a role: anybody who may change an identity can let others sign in as it.

@description('Organisation and environment, for names.')
param place string

@description('The region.')
param location string

@description('The tags of every resource.')
param tags object

@description('The prefix of the subject in the tokens that GitHub issues for the repository: repo:owner/name, or repo:owner@123/name@456 of a repository that was made or renamed since 15 July 2026.')
param subjectPrefix string

@description('The environment on GitHub that it deploys to. Only a job of that environment can sign in to change anything, and only one of <environment>-plan to ask what would change.')
param environment string

// The subject is compared as it is: https://learn.microsoft.com/entra/workload-id/workload-identities-github-immutable-subjects
var issuer = 'https://token.actions.githubusercontent.com'
var audiences = ['api://AzureADTokenExchange']

resource deployer 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-wijkmonitor-deploy-${place}'
  location: location
  tags: tags
}

resource mayDeploy 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: deployer
  name: 'github'
  properties: {
    issuer: issuer
    subject: '${subjectPrefix}:environment:${environment}'
    audiences: audiences
  }
}

resource planner 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-wijkmonitor-plan-${place}'
  location: location
  tags: tags
}

resource mayPlan 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: planner
  name: 'github'
  properties: {
    issuer: issuer
    subject: '${subjectPrefix}:environment:${environment}-plan'
    audiences: audiences
  }
}

@description('The application id of the identity that deploys.')
output deployerClientId string = deployer.properties.clientId

@description('The application id of the identity that says what would change.')
output plannerClientId string = planner.properties.clientId

@description('The identity that deploys, as roles are given to it.')
output deployerId string = deployer.properties.principalId

@description('The identity that says what would change, as roles are given to it.')
output plannerId string = planner.properties.principalId
