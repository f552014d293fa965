import type { ReadyRole } from '@peyvand/platform/contract'

export const teams = [
  { key: 'sales', name: 'فروش', parent: null },
  { key: 'tehran', name: 'فروش تهران', parent: 'sales' },
  { key: 'provinces', name: 'فروش شهرستان‌ها', parent: 'sales' },
  { key: 'support', name: 'پشتیبانی', parent: null },
  { key: 'office', name: 'دبیرخانه', parent: null },
] as const

interface SampleColleague {
  account: string
  name: string
  jobTitle: string
  role: ReadyRole
  team: (typeof teams)[number]['key'] | null
}

export const colleagues: readonly SampleColleague[] = [
  { account: 'rahimi', name: 'سارا رحیمی', jobTitle: 'مدیر فروش', role: 'manager', team: 'sales' },
  { account: 'karimi', name: 'علی کریمی', jobTitle: 'کارشناس فروش', role: 'salesperson', team: 'tehran' },
  { account: 'moradi', name: 'مریم مرادی', jobTitle: 'کارشناس فروش', role: 'salesperson', team: 'tehran' },
  { account: 'zarei', name: 'حامد زارع', jobTitle: 'کارشناس فروش', role: 'salesperson', team: 'provinces' },
  {
    account: 'sotoudeh',
    name: 'نرگس ستوده',
    jobTitle: 'کارشناس پشتیبانی',
    role: 'supportAgent',
    team: 'support',
  },
  { account: 'tavakoli', name: 'پریسا توکلی', jobTitle: 'مسئول دبیرخانه', role: 'secretary', team: 'office' },
]
