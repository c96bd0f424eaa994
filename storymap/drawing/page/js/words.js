// The texts of the interface, with their gaps filled.

export function speaker(words, language) {
  const plural = new Intl.PluralRules(language);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
  return {
    say: (key, values = {}) => fill(words[key] ?? key, values),
    count: (key, count, values = {}) =>
      fill(words[`${key}.${plural.select(count)}`] ?? words[`${key}.other`], { count, ...values }),
  };
}
