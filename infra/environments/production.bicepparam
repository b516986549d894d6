using '../main.bicep'

// An example: replace what is in angle brackets. The rules are yours to choose: those that ship are examples.
param environment = 'production'
param organisation = '<word>' // short, and part of every name for good
param owner = '<department>'
param costCenter = '<cost center>'
param alertEmails = ['<address>']
param signInClientId = '<application id of the app registration>' // '' for the first deployment, which makes the identity that the registration needs
param settings = {
  // How far a role reaches: without a scope a partner or data team reaches nothing. The claim groups is in a token only where the app registration adds it
  // (infra/README.md, Sign-in). See Security__Scopes in docs/operations.md.
  Security__Scopes__0__Claim: 'groups'
  Security__Scopes__0__Value: '<id of a group>'
  Security__Scopes__0__Areas: '<code of the municipality>'
  SecurityTxt__Contact: 'mailto:<address for reports of vulnerabilities>'
  SecurityTxt__Expires: '2027-06-30'
}
param privateNetwork = true
param warmInstances = 1
param monthlyBudget = 200
param budgetFrom = '2026-12-01'
