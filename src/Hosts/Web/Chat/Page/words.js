// The words of the page. What the line says comes from the line.

const words = {
  en: {
    name: 'English',
    title: 'Your order',
    open: 'Chat about your order',
    close: 'Close',
    log: 'Conversation',
    choices: 'What you can answer',
    field: 'Your message',
    hint: 'Write a message',
    send: 'Send',
    you: 'You',
    line: 'Order line',
    writing: 'The order line is writing',
    save: 'Save as text',
    file: 'chat.txt',
    language: 'Language',
    again: 'Try again',
    beginAnew: 'New conversation',
    call: (number) => `Call ${number}`,
    lost: 'The conversation before could not be continued. This is a new one.',
    unreachable: 'The line cannot be reached. Your message is sent again in a moment.',
    tooOften: 'That was a little fast. Your message is sent again in a moment.',
    gaveUp: 'The line cannot be reached right now.',
    signIn: 'Please sign in to the shop, and then try again.',
    refused: 'That could not be sent. Please write it in other words.',
  },
  ja: {
    name: '日本語',
    title: 'ご注文について',
    open: 'ご注文についてチャットする',
    close: '閉じる',
    log: '会話',
    choices: '選べる返答',
    field: 'メッセージ',
    hint: 'メッセージを入力',
    send: '送信',
    you: 'お客様',
    line: 'ご注文窓口',
    writing: 'ご注文窓口が入力しています',
    save: 'テキストで保存',
    file: 'chat.txt',
    language: '言語',
    again: 'もう一度試す',
    beginAnew: '新しい会話を始める',
    call: (number) => `${number} に電話する`,
    lost: '前の会話は続けられませんでした。新しい会話を始めます。',
    unreachable: 'つながりません。まもなくもう一度送信します。',
    tooOften: '送信の間隔が短すぎました。まもなくもう一度送信します。',
    gaveUp: 'ただいまつながりません。',
    signIn: 'ショップにログインしてから、もう一度お試しください。',
    refused: '送信できませんでした。別の言葉でお試しください。',
  },
};

/** The languages that the page has words in. */
export const languages = Object.keys(words);

/** The one of them that a tag such as en-GB names; English where it names none. */
export const languageOf = (tag) => languages.find((language) => tag.toLowerCase().startsWith(language)) ?? 'en';

export const wordsIn = (language) => words[language];
