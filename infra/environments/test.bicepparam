using '../main.bicep'

// An example: replace what is in angle brackets.
param environment = 'test'
param organisation = '<word>' // short, and part of every name for good
param owner = '<department>'
param costCenter = '<cost center>'
param alertEmails = ['<address>']
param rules = {
  Rules__Compass: 'rules/compass/example.json'
  Rules__Liveability: 'rules/liveability/example.json'
}
param staleAfterDays = 0
param outsideCheckSeconds = 0
param monthlyBudget = 20
param budgetFrom = '2026-12-01'
