// A warning before a month costs more than was meant. It stops nothing.

@description('Organisation and environment, for names.')
param place string

@description('The monthly budget, in the currency of the subscription.')
param amount int

@description('The first day of the month in which the budget is made, as yyyy-MM-01. Azure refuses to change it afterwards.')
param from string

@description('The recipients of the warning.')
param emails array

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'budget-wijkmonitor-${place}'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: from
    }
    notifications: {
      expected: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
      }
      reached: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: emails
      }
      nearly: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
      }
    }
  }
}
