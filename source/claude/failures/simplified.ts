/** Traditional characters that occur in error texts, each with its simplified form: rules are written in simplified Chinese only. */
const pairs =
	'餘余額额無无權权組组碼码錯错誤误證证鑰钥戶户請请過过與与網网絡络連连線线時时區区費费點点數数載载標标頭头憑凭據据購购買买儲储帳账號号這这個个訪访問问該该優优級级預预僅仅許许環环變变設设檢检測测傳传遞递遠远務务賬账對对應应從从絕绝獲获讓让見见現现體体類类條条認认識识別别聯联繫系關关閉闭開开啟启轉转發发電电機机構构織织國国滿满護护維维經经運运動动極极當当後后總总結结會会員员擁拥計计劃划訂订閱阅驗验簽签執执統统錄录誰谁雜杂詳详終终顯显參参值值響响應应協协議议為为憶忆幣币繳缴氣气專专營营業业損损壞坏缺缺遺遗盡尽儘尽衝冲啟启項项無无終终雲云帶带隊队';

const simplified = new Map<string, string>();
for (let at = 0; at + 1 < pairs.length; at += 2) simplified.set(pairs.charAt(at), pairs.charAt(at + 1));

/** Words that differ, not only their characters. */
const words: readonly (readonly [RegExp, string])[] = [
	[/伺服器/g, '服务器'],
	[/使用者/g, '用户'],
	[/用户端/g, '客户端'],
	[/金钥|密匙/g, '密钥'],
	[/权杖/g, '令牌'],
	[/逾时/g, '超时'],
	[/网路/g, '网络'],
	[/连线/g, '连接'],
	[/帐/g, '账'],
];

export function simplify(text: string): string {
	if (!/[\u3400-\u9FFF]/.test(text)) return text;
	let result = '';
	for (const character of text) result += simplified.get(character) ?? character;
	for (const [traditional, plain] of words) result = result.replace(traditional, plain);
	return result;
}
