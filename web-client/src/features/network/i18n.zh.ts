export const network = {
  disputeKind: {
    LabourWages: '拖欠工资', LabourOther: '其他劳动争议', Contract: '合同', Loan: '借款', ConsumerPurchase: '消费', Property: '物业', Neighbour: '邻里', Family: '婚姻家庭',
    Tort: '人身或财产损害', Traffic: '交通事故', Medical: '医疗', Maritime: '海事', Commercial: '商事', Administrative: '行政争议', Other: '其他',
  },
  pool: { General: '全科', Special: '专科', Expert: '专家' },
  free: '不收费',
  fee: '收费',
  load: '在办 {{open}} 件，最多 {{capacity}} 件',
  full: '暂无余力',
  away: '休假至{{day}}',
} as const
