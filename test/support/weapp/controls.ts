import { closest, nodesOf } from './find';
import type { Phone } from './phone';
import type { ViewNode } from './tree';

/** What an event carries to the app. */
export type Fire = (node: ViewNode, type: string, detail: unknown) => void;

/** How many of each kind of character the phone's keyboards offer. */
const keyboards: Readonly<Record<string, RegExp>> = { number: /\D/g, digit: /[^\d.]/g, idcard: /[^\dXx]/g };

/**
 * What the phone's own controls remember: a box stays ticked and a field stays filled
 * until the app gives the control another value.
 */
export class Controls {
  private readonly touched = new Map<string, { given: unknown; now: unknown }>();

  constructor(private readonly phone: Phone) {}

  stateOf(node: ViewNode, name: 'checked' | 'value'): unknown {
    const touched = this.touched.get(keyOf(node));
    return touched && touched.given === node.attr[name] ? touched.now : node.attr[name];
  }

  set(node: ViewNode, name: 'checked' | 'value', now: unknown): void {
    this.touched.set(keyOf(node), { given: node.attr[name], now });
  }

  /** What typing leaves in a field: its keyboard and its length decide. */
  typed(node: ViewNode, text: string): string {
    const allowed = text.replace(keyboards[String(node.attr.type)] ?? /(?!)/g, '');
    const longest = Number(node.attr.maxlength ?? 140);
    return longest < 0 ? allowed : allowed.slice(0, longest);
  }

  /** What the phone does by itself after a tap: ticks boxes, turns switches, submits forms. */
  tapped(node: ViewNode, fire: Fire): void {
    const label = closest(node, 'wx-label');
    const direct = isTickable(node) ? node : undefined;
    const control = direct ?? (label && nodesOf(label).find(isTickable));
    if (control && !isOff(control.attr.disabled)) this.tick(control, fire);
    const button = closest(node, 'wx-button');
    const kind = String(button?.attr['open-type'] ?? button?.attr.openType ?? '');
    if (button && kind.includes('agreePrivacyAuthorization')) fire(button, 'agreeprivacyauthorization', {});
    if (button && kind.includes('getPhoneNumber')) fire(button, 'getphonenumber', this.phoneNumber());
    const form = closest(button, 'wx-form');
    const purpose = button?.attr['form-type'] ?? button?.attr.formType;
    if (form && purpose === 'submit') fire(form, 'submit', { value: this.formValues(form) });
    if (form && purpose === 'reset') fire(form, 'reset', {});
  }

  /** What WeChat's phone button tells the app, once she has answered its question. */
  private phoneNumber(): object {
    const code = this.phone.answers.phoneNumber();
    if (code === undefined) return { errMsg: 'getPhoneNumber:fail user deny' };
    return { errMsg: 'getPhoneNumber:ok', code };
  }

  private tick(control: ViewNode, fire: Fire): void {
    const isOn = Boolean(this.stateOf(control, 'checked'));
    if (control.tag === 'wx-switch') {
      this.set(control, 'checked', !isOn);
      return fire(control, 'change', { value: !isOn });
    }
    const isRadio = control.tag === 'wx-radio';
    const group = closest(control, `${control.tag}-group`);
    const mates = group ? nodesOf(group).filter(({ tag }) => tag === control.tag) : [];
    if (isRadio) for (const mate of mates) this.set(mate, 'checked', false);
    this.set(control, 'checked', isRadio || !isOn);
    if (!group) return;
    const ticked = mates
      .filter((mate) => Boolean(this.stateOf(mate, 'checked')))
      .map(({ attr }) => attr.value);
    fire(group, 'change', { value: isRadio ? control.attr.value : ticked });
  }

  private formValues(form: ViewNode): Record<string, unknown> {
    const named = nodesOf(form).filter(({ attr }) => typeof attr.name === 'string' && attr.name !== '');
    return Object.fromEntries(
      named.map((node) => [
        node.attr.name,
        this.stateOf(node, node.tag === 'wx-switch' ? 'checked' : 'value') ?? '',
      ]),
    );
  }
}

/** Whether a control or a button is disabled; WeChat then gives the app no event. */
export function isOff(disabled: unknown): boolean {
  return disabled === true || disabled === 'true' || disabled === 'disabled';
}

function isTickable({ tag }: ViewNode): boolean {
  return tag === 'wx-checkbox' || tag === 'wx-radio' || tag === 'wx-switch';
}

function keyOf(node: ViewNode): string {
  const at = node.parent ? node.parent.children.indexOf(node) : 0;
  return String(
    node.attr['data-sid'] ?? node.attr.id ?? `${node.parent ? keyOf(node.parent) : node.host.path}/${at}`,
  );
}
