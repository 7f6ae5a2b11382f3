const pressed = ":matches([name.name='Button'], [name.name='Press'], [name.name='button'])"
const request = 'MemberExpression[property.name=/^mutate(Async)?$/]'

/** What `no-restricted-syntax` forbids: a button under which the keyboard is lost, and one that sends twice. */
export const busyButtons = [
  {
    selector: "JSXOpeningElement[name.name='button'] > JSXAttribute[name.name='disabled']",
    message: 'A browser takes the focus away from what is disabled: use Button or Press.',
  },
  {
    selector: "JSXAttribute[name.name='disabled'] MemberExpression[property.name=/^is(Pending|Fetching|Loading)$/]",
    message: 'Say busy, not disabled, of what is at work: the keyboard stays where it is.',
  },
  {
    selector: `JSXOpeningElement${pressed}:not(:has(JSXAttribute[name.name='busy'])):has(JSXAttribute[name.name='onClick'] ${request})`,
    message: 'A press that starts a request is told by busy when it is at work: it is sent once.',
  },
  {
    selector: `JSXElement:not(:has(JSXAttribute[name.name='busy'])) > JSXOpeningElement[name.name='form'] > JSXAttribute[name.name='onSubmit'] ${request}`,
    message: 'The button of a form that starts a request is told by busy when it is at work: it is sent once.',
  },
]
