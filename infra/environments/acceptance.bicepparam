using '../main.bicep'

// An example: replace what is in angle brackets. With sign-in and a private network, as production; no instance is always ready, and nobody asks from outside.
param environment = 'acceptance'
param organisation = '<word>' // short, and part of every name for good
param owner = '<department>'
param costCenter = '<cost center>'
param alertEmails = ['<address>']
param signInClientId = '<application id of the app registration>' // '' for the first deployment, which makes the identity that the registration needs
param settings = {
  // How far a role reaches, as in production: without a scope a partner or data team reaches nothing.
  Security__Scopes__0__Claim: 'groups'
  Security__Scopes__0__Value: '<id of a group>'
  Security__Scopes__0__Areas: '<code of the municipality>'
}
param privateNetwork = true
param staleAfterDays = 0
param outsideCheckSeconds = 0
param monthlyBudget = 75
param budgetFrom = '2026-12-01'
