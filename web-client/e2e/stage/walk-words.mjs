// What the people of the further walk say, in the language of their device.

export const words = {
  'zh-CN': {
    facts: '李海生在周永顺的渔船上做船员，二〇二六年三月出海二十天，工资未结清。', laterFacts: '李海生在周永顺的渔船上做船员，三月出海二十天、四月出海两天，工资未结清。',
    clause: '履行后，双方就上述期间的工资不再有其他争议。', obligation: '支付三月份工资', manner: '银行转账至本人账户', comment: '能不能月底前付清？', counter: '支付三月份工资，含伙食补贴',
    find: '救生衣', chat: ['救生衣还在船上。', '我托人带给您。', '三月一共二十天，我这里有记录。', '记录请拍照发给赵调解员。', '好的，今天下午发。', '四月那两天也要算进去。', '四月是另一条船。', '我再核对一下。'], mine: '其实我收到过八百元。',
    reason: '多次联系，债权人拒不提供收款账户。', address: '连云港市海州区朝阳路1号', complaint: '调解员总让我让步，没有听我说完。', deletion: '事情已经了结，请删除。', sealing: '保存期限未满，改为封存。', hold: '区法院（2026）协查12号',
    guest: '林译员', guestReason: '船东只会说英语。', snippets: [['kcy', '开场', '{申请人}、{被申请人}，今天在这里谈{案号}，请求金额{金额}。'], ['xxi', '休息', '先休息十分钟，各位想一想。']], note: '先各谈一次；船东急着出海。',
    points: [['核对身份，说明规则', 5, '调解员'], ['申请人陈述', 10, '申请人'], ['商量解决方案', 20, null]], holding: '请各方先冷静，只说事实。', guidance: ['没有书面合同的工资', '甲方在船上做了二十天，乙方没有付工资，双方没有书面合同。', '工资标准由谁举证？', '有没有出海记录？', '甲方的电话是13900000001，海生说有记录。'], held: '三月的工资一分没有付，我找了他五次。', unsent: '信号不好，先写在这里。', asked: '利息这一项，您怎么看？',
  },
  en: {
    facts: 'Tom Fisher worked as a deckhand for Anna Berg, twenty days in March; the wages have not been paid.', laterFacts: 'Tom Fisher worked as a deckhand for Anna Berg, twenty days in March and two in April; the wages have not been paid.',
    clause: 'After performance nothing further is owed for this time.', obligation: 'Pay the wages for March', manner: 'bank transfer', comment: 'Could it be paid before the end of the month?', counter: 'Pay the wages for March, with board',
    find: 'life jacket', chat: ['The life jacket is still on board.', 'I will have somebody bring it to you.', 'Twenty days in March, I have the log.', 'Please send a photograph of the log.', 'Yes, this afternoon.', 'The two days in April count as well.', 'April was another boat.', 'I will check again.'], mine: 'I did receive eight hundred, to be honest.',
    reason: 'I have asked many times; the creditor gives me no account.', address: '1 Harbour Road', complaint: 'The mediator kept asking me to give way and did not hear me out.', deletion: 'It is over; please delete it.', sealing: 'Its time is not over: sealed instead.', hold: 'District court, request 12',
    guest: 'Lin Interpreter', guestReason: 'The owner speaks English only.', snippets: [['op', 'Opening', '{applicant}, {respondent}: today we talk about {case number}, claim {amount}.'], ['br', 'Break', 'Ten minutes of rest; please think it over.']], note: 'One talk with each first; the owner is about to put to sea.',
    points: [['Who is here; the rules', 5, 'Mediator'], ['The applicant’s account', 10, 'Applicant'], ['Ways to settle it', 20, null]], holding: 'Please keep to the facts.', guidance: ['Wages without a written contract', 'Party A worked on board for twenty days; Party B has not paid; there is no written contract.', 'Who has to prove the rate of pay?', 'Is there a log of the days at sea?', 'Tom Fisher, 13900000001, says that there is a log.'], held: 'Nothing of the wages for March has been paid; I asked five times.', unsent: 'The signal is weak here; I write it down first.', asked: 'What do you make of the interest?',
  },
}
