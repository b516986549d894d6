using '../main.bicep'

// An example: replace what is in angle brackets. The rules are yours to choose: those that ship are examples.
param environment = 'production'
param organisation = 'example'
param owner = '<department>'
param costCenter = '<cost center>'
param alertEmails = ['<address>']
param signInClientId = '<application id of the app registration>'
param privateNetwork = true
param warmInstances = 1
param monthlyBudget = 150
